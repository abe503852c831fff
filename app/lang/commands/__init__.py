"""What each command does, in words, by its name; one file for the areas that belong together."""
