"""How numbers and dates are printed on Chinese papers, and the check digits of made-up numbers."""

from __future__ import annotations

from typing import Literal

DIGITS = "〇一二三四五六七八九"
DateStyle = Literal["hanzi", "circle", "zero", "digits", "padded", "dots", "dash", "slash", "spaced", "wide"]


def hanzi(number: int) -> str:
    """1-99 as 一 … 九十九."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def hanzi_year(year: str, zero: str = "〇") -> str:
    return "".join(DIGITS[int(d)] for d in year).replace("〇", zero)


def fullwidth(text: str) -> str:
    """ASCII letters and digits in their wide forms."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def show_date(iso: str, style: DateStyle = "digits") -> str:
    """An ISO date of any precision as printed in `style`: 二〇一四年六月, 2014年6月, 2014.06, 2014-06-20, ２０１４年６月 …"""
    parts = iso.split("-")
    year, rest = parts[0], [int(p) for p in parts[1:]]
    units = "月日"
    if style in ("hanzi", "circle", "zero"):
        zero = {"hanzi": "〇", "circle": "○", "zero": "零"}[style]
        return hanzi_year(year, zero) + "年" + "".join(hanzi(n) + units[i] for i, n in enumerate(rest))
    if style in ("dots", "dash", "slash"):
        mark = {"dots": ".", "dash": "-", "slash": "/"}[style]
        width = 1 if style == "slash" else 2
        return mark.join([year, *(f"{n:0{width}d}" for n in rest)])
    width = 2 if style == "padded" else 1
    gap = " " if style == "spaced" else ""
    shown = f"{year}{gap}年" + "".join(f"{gap}{n:0{width}d}{gap}{units[i]}" for i, n in enumerate(rest))
    return fullwidth(shown) if style == "wide" else shown


def grouped(number: str, size: int = 4) -> str:
    """A number printed in groups parted by blanks."""
    return " ".join(number[i : i + size] for i in range(0, len(number), size))


def identity_number(birth_date: str, serial: int, male: bool, region: str = "330699") -> str:
    """A made-up citizen number (GB 11643): reserved region, birth date, a serial whose parity tells the gender, check digit."""
    order = serial * 2 + (1 if male else 0)
    body = f"{region}{birth_date.replace('-', '')}{order:03d}"
    return body + identity_check(body)


def identity_check(body: str) -> str:
    """The 18th character for the first 17."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(c) * w for c, w in zip(body, weights, strict=True)) % 11]


def wrong_check(number: str) -> str:
    """The same number with another last character."""
    return number[:-1] + ("3" if number[-1] != "3" else "6")


def organisation_check(body: str) -> str:
    """The 9th character of an organisation code (GB 11714) for its first 8, all digits here."""
    rest = 11 - sum(int(c) * w for c, w in zip(body, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    return "X" if rest == 10 else "0" if rest == 11 else str(rest)


def company_code(serial: int) -> str:
    """The credit code of a made-up company of the reserved region."""
    body = f"{99990000 + serial:08d}"
    return credit_code("91330699" + body + organisation_check(body))


def credit_code(body: str) -> str:
    """A unified social credit code (GB 32100) from its first 17 characters."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(alphabet.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + alphabet[(31 - total % 31) % 31]


def diploma_number(school: str, year: str, level: str, serial: int, kind: str = "1") -> str:
    """A registration number of a certificate: school 5, kind 1, year 4, level 2, serial 6."""
    code = {"博士研究生": "01", "硕士研究生": "02", "本科": "05", "大专": "06"}[level]
    return f"{school}{kind}{year}{code}{serial:06d}"


def degree_number(school: str, year: str, serial: int, level: str = "4") -> str:
    """A degree certificate's number: unit 5, level 1 (2 doctor, 3 master, 4 bachelor), year 4, serial 6."""
    return f"{school}{level}{year}{serial:06d}"
