"""Reading: the text of a formula becomes a tree, once; what cannot be read is refused."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from app.domain.payroll.formulas.tree import (
    PARTS_OF,
    TEXT_FUNCTIONS,
    Call,
    Formula,
    FormulaWrong,
    Name,
    Negated,
    Node,
    Number,
    Operation,
    Step,
    wrong,
)
from app.domain.payroll.formulas.words import Word, words

DEEPEST = 40
LONGEST_CHAIN = 200
COMPARISONS = frozenset({"<", "<=", ">", ">=", "=", "!="})
HUNDRED = Decimal(100)


@lru_cache(maxsize=1024)
def read(text: str) -> Formula:
    """Return the formula that a text says; raises FormulaWrong with the place."""
    return _Reading(text).formula()


class _Reading:
    """One pass over the words of a formula, from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = words(text)
        self._next = 0
        self._depth = 0
        self._own: list[str] = []
        self._names: set[str] = set()
        self._rates: set[str] = set()

    def formula(self) -> Formula:
        """Read the steps and the result."""
        steps: list[Step] = []
        while self._is_step():
            name = self._take()
            self._take()
            steps.append(Step(name.at, self._fresh(name), self._number()))
            if name.text in self._names:
                raise self._wrong("itself", name, name=name.text)
            self._own.append(name.text)
            self._expect(";")
        result = self._number()
        if (left := self._here()).kind != "end":
            raise self._wrong("unexpected", left)
        names = frozenset(self._names)
        return Formula(self._text, tuple(steps), result, names, frozenset(self._rates))

    def _is_step(self) -> bool:
        here, after = self._words[self._next : self._next + 2] + (self._words[-1],) * (
            self._next + 1 >= len(self._words)
        )
        return here.kind == "name" and after.text == "=" and self._has_semicolon()

    def _has_semicolon(self) -> bool:
        return any(word.text == ";" for word in self._words[self._next :])

    def _fresh(self, name: Word) -> str:
        """Return the name of a step: it is not taken, and nothing was called so before."""
        if name.text in PARTS_OF or name.text in self._own or name.text in self._names:
            raise self._wrong("name-taken", name, name=name.text)
        return name.text

    def _number(self) -> Node:
        """Read a sum; where a comparison stands it is refused."""
        node = self._sum()
        if (here := self._here()).text in COMPARISONS:
            raise self._wrong("truth-not-number", here)
        return node

    def _condition(self) -> Node:
        left = self._sum()
        sign = self._take()
        if sign.text not in COMPARISONS:
            raise self._wrong("number-not-truth", sign)
        return Operation(sign.at, sign.text, left, self._sum())

    def _sum(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._wrong("too-deep", self._here(), most=DEEPEST)
        node = self._chain(self._product, "+-")
        self._depth -= 1
        return node

    def _product(self) -> Node:
        return self._chain(self._signed, "*/")

    def _chain(self, part: object, signs: str) -> Node:
        assert callable(part)
        node: Node = part()
        for _ in range(LONGEST_CHAIN):
            if (here := self._here()).kind != "sign" or here.text not in signs:
                return node
            self._take()
            node = Operation(here.at, here.text, node, part())
        raise self._wrong("too-deep", self._here(), most=DEEPEST)

    def _signed(self) -> Node:
        here = self._here()
        if here.text != "-":
            return self._percent(self._single())
        self._take()
        return Negated(here.at, self._percent(self._single()))

    def _percent(self, node: Node) -> Node:
        if (here := self._here()).text != "%":
            return node
        self._take()
        return Operation(here.at, "/", node, Number(here.at, HUNDRED))

    def _single(self) -> Node:
        word = self._take()
        if word.kind == "number":
            return Number(word.at, Decimal(word.text))
        if word.kind == "name":
            return self._call(word) if self._here().text == "(" else self._name(word)
        if word.text != "(":
            raise self._wrong("unfinished" if word.kind == "end" else "unexpected", word)
        node = self._number()
        self._expect(")")
        return node

    def _name(self, word: Word) -> Node:
        if word.text in PARTS_OF:
            raise self._wrong("function-bare", word, name=word.text)
        if word.text not in self._own:
            self._names.add(word.text)
        return Name(word.at, word.text)

    def _call(self, word: Word) -> Node:
        if word.text not in PARTS_OF:
            raise self._wrong("unknown-function", word, name=word.text)
        self._expect("(")
        code = self._code() if word.text in TEXT_FUNCTIONS else ""
        parts: list[Node] = []
        while self._here().text != ")":
            if parts or code:
                self._expect(",")
            is_condition = word.text == "if" and not parts
            parts.append(self._condition() if is_condition else self._number())
        self._take()
        least, most = PARTS_OF[word.text]
        if not least <= len(parts) + bool(code) <= most:
            raise self._wrong("parts", word, name=word.text, least=least, most=most)
        return Call(word.at, word.text, code, tuple(parts))

    def _code(self) -> str:
        word = self._take()
        if word.kind != "text":
            raise self._wrong("code-missing", word)
        self._rates.add(word.text)
        return word.text

    def _here(self) -> Word:
        return self._words[self._next]

    def _take(self) -> Word:
        word = self._words[self._next]
        self._next = min(self._next + 1, len(self._words) - 1)
        return word

    def _expect(self, sign: str) -> None:
        word = self._take()
        if word.text != sign or word.kind != "sign":
            raise self._wrong("expected", word, sign=sign)

    def _wrong(self, why: str, word: Word, **facts: object) -> FormulaWrong:
        if word.kind == "end" and why in {"unexpected", "expected"}:
            why, facts = "unfinished", {}
        return wrong(why, word.at, self._text, **facts)
