"""Value grammars, one a file, with the same verbs.

`parse(text)` gives the value or None, `is_valid(text)` whether there is one, `compact(text)` its normal form (the
folded, blank-free text where it is none). `find_all(text)`, where a grammar has it, gives the values inside a longer
text with their place in that text.
"""
