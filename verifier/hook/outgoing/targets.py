"""Where a connection may go: listed hosts, by addresses that are looked up once and checked before anything is sent."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from verifier.hook.outgoing.lookups import SECONDS, Resolver, TooLong, looked_up, looked_up_by

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
LOOKUP_TIMEOUT = "lookup_timeout"
LONGEST_URL = 2000
_PORTS = {"https": 443, "http": 80}
# Metadata services of clouds that lie outside the link-local networks, which are refused as such: Alibaba, Oracle,
# Azure, AWS, Google.
_METADATA = frozenset(
    map(ipaddress.ip_address, ("100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254", "fd20:ce::254"))
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class TargetRefused(Exception):
    """A target that nothing is sent to; `code` is stable and says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be called as far as its text tells; `path` with the query, `host` without brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """As the Host header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(url: str, hosts: Collection[str], allow_http: bool, longest: int = LONGEST_URL) -> Target:
    """The target that `url` names. TargetRefused unless it is https (or http, where that is allowed) on one of `hosts`.

    A host is listed as `host`, for the usual port, or as `host:port`.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise TargetRefused("url") from error
    if len(url) > longest or not (url.isascii() and url.isprintable()) or " " in url or "\\" in url:
        raise TargetRefused("url")
    if not host or "@" in parts.netloc or "%" in host:
        raise TargetRefused("url")
    if parts.scheme != "https" and not (parts.scheme == "http" and allow_http):
        raise TargetRefused("scheme")
    usual = _PORTS[parts.scheme]
    target = Target(parts.scheme, host, usual if port is None else port, (parts.path or "/") + _query(parts.query))
    bracketed = f"[{host}]" if ":" in host else host
    names = {f"{bracketed}:{target.port}"} | ({host, bracketed} if target.port == usual else set())
    if not names & {one.lower() for one in hosts}:
        raise TargetRefused("host_not_listed")
    return target


def _query(query: str) -> str:
    return f"?{query}" if query else ""


def addresses_of(
    target: Target, allow_private: bool, resolve: Resolver = looked_up, deadline: float | None = None
) -> list[str]:
    """The addresses of the target's host, looked up now. TargetRefused where any of them may not be called, or there is none.

    LOOKUP_TIMEOUT says that there is no answer by `deadline` (time.monotonic): it may be another next time.
    """
    end = time.monotonic() + SECONDS if deadline is None else deadline
    try:
        addresses = looked_up_by(end, resolve, target.host, target.port)
    except TooLong as error:
        raise TargetRefused(LOOKUP_TIMEOUT) from error
    except (OSError, UnicodeError) as error:
        raise TargetRefused("host_unknown") from error
    if not addresses:
        raise TargetRefused("host_unknown")
    for address in addresses:
        check_address(address, allow_private)
    return addresses


def check_address(text: str, allow_private: bool) -> None:
    """TargetRefused unless the address is a public one or, where that is allowed, a private or loopback one.

    Link-local, multicast, unspecified, reserved and metadata addresses are refused in any case. An IPv4 address inside
    an IPv6 one (mapped, NAT64, 6to4, Teredo) is judged like the IPv4 address.
    """
    address = ipaddress.ip_address(text.partition("%")[0])
    for one in (address, *_inside(address)):
        if one in _METADATA or one.is_link_local or one.is_multicast or one.is_unspecified:
            raise TargetRefused("address_forbidden")
        if not (_is_mapped(one) or _is_reachable(one, allow_private)):
            raise TargetRefused("address_private")


def _is_reachable(one: IPAddress, allow_private: bool) -> bool:
    if one.is_loopback:
        return allow_private
    if one.is_reserved:
        return one in _NAT64
    site_local = isinstance(one, ipaddress.IPv6Address) and one.is_site_local
    return allow_private or (one.is_global and not site_local)


def _is_mapped(one: IPAddress) -> bool:
    """Whether it is nothing but an IPv4 address in another guise."""
    return isinstance(one, ipaddress.IPv6Address) and one.ipv4_mapped is not None


def _inside(address: IPAddress) -> list[IPAddress]:
    """The IPv4 addresses that an IPv6 address leads to."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found: list[IPAddress] = [one for one in (address.ipv4_mapped, address.sixtofour) if one is not None]
    found += address.teredo or ()
    if address in _NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
    return found
