"""What the fields of records are called, by their names, in the order of the alphabet."""
