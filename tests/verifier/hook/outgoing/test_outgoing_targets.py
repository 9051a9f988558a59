"""Where connections may go: what a URL's text tells, and what the addresses behind its host are."""

from __future__ import annotations

import pytest

from verifier.hook.outgoing.lookups import looked_up
from verifier.hook.outgoing.targets import Target, TargetRefused, addresses_of, check_address, target_of

HOSTS = ("platform.test", "inner.test:8443", "[2001:db8::1]:8443", "127.0.0.1")


def refusal(url: str, allow_private: bool = False) -> str:
    with pytest.raises(TargetRefused) as refused:
        target_of(url, HOSTS, allow_private)
    return refused.value.code


@pytest.mark.parametrize(
    ("url", "target", "authority"),
    [
        ("https://platform.test/done?a=b", Target("https", "platform.test", 443, "/done?a=b"), "platform.test"),
        ("https://PLATFORM.test", Target("https", "platform.test", 443, "/"), "platform.test"),
        ("https://platform.test:443/", Target("https", "platform.test", 443, "/"), "platform.test"),
        ("https://inner.test:8443/x", Target("https", "inner.test", 8443, "/x"), "inner.test:8443"),
        ("https://[2001:db8::1]:8443/x", Target("https", "2001:db8::1", 8443, "/x"), "[2001:db8::1]:8443"),
    ],
)
def test_listed_hosts_are_targets(url: str, target: Target, authority: str) -> None:
    assert target_of(url, HOSTS, False) == target
    assert target.authority == authority


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://platform.test/", "scheme"),
        ("ftp://platform.test/", "scheme"),
        ("file:///etc/passwd", "url"),
        ("https://evil.test/", "host_not_listed"),
        ("https://platform.test:444/", "host_not_listed"),
        ("https://inner.test/", "host_not_listed"),
        ("https://platform.test.evil.test/", "host_not_listed"),
        ("https://xplatform.test/", "host_not_listed"),
        ("https://127.1/", "host_not_listed"),
        ("https://0x7f000001/", "host_not_listed"),
        ("https://2130706433/", "host_not_listed"),
        ("https://user@platform.test/", "url"),
        ("https://platform.test@evil.test/", "url"),
        ("https://platform.test%00.evil.test/", "url"),
        ("https://platform.test\\@evil.test/", "url"),
        ("https://platform.test/ x", "url"),
        ("https://platform.test/\r\nHost: evil.test", "url"),
        ("https://platform.test:x/", "url"),
        ("https://[platform.test/", "url"),
        ("https://platform.test/" + "x" * 2000, "url"),
        ("//platform.test/", "scheme"),
        ("", "url"),
    ],
)
def test_anything_else_is_refused(url: str, code: str) -> None:
    assert refusal(url) == code


def test_http_is_for_where_private_targets_are_allowed() -> None:
    assert target_of("http://127.0.0.1/x", HOSTS, True) == Target("http", "127.0.0.1", 80, "/x")
    assert refusal("http://evil.test/", allow_private=True) == "host_not_listed"


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_public_addresses_are_called(address: str) -> None:
    check_address(address, allow_private=False)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "198.18.0.1", "::1", "fc00::1",
     "fd12::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::",
     "2002:a00:1::"],
)  # fmt: skip
def test_private_addresses_are_called_where_that_is_allowed(address: str) -> None:
    with pytest.raises(TargetRefused, match="address_private"):
        check_address(address, allow_private=False)
    check_address(address, allow_private=True)


@pytest.mark.parametrize(
    "address",
    ["169.254.169.254", "169.254.1.1", "fe80::1", "fe80::1%eth0", "100.100.100.200", "168.63.129.16", "fd00:ec2::254",
     "192.0.0.192", "0.0.0.0", "::", "224.0.0.1", "ff02::1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe",
     "2002:a9fe:a9fe::", "255.255.255.255", "240.0.0.1", "::7f00:1", "64:ff9b:1::7f00:1", "5f00::1"],
)  # fmt: skip
def test_others_are_never_called(address: str) -> None:
    for allow_private in (False, True):
        with pytest.raises(TargetRefused, match=r"address_(forbidden|private)"):
            check_address(address, allow_private)


def test_one_address_that_may_not_be_called_is_enough() -> None:
    target = target_of("https://platform.test/", HOSTS, False)
    for found in (["93.184.215.14", "127.0.0.1"], ["::ffff:10.0.0.1"]):
        with pytest.raises(TargetRefused, match="address_private"):
            addresses_of(target, False, lambda _host, _port, found=found: found)  # type: ignore[misc]
    with pytest.raises(TargetRefused, match="host_unknown"):
        addresses_of(target, False, lambda _host, _port: [])


def test_names_that_nobody_knows_are_refused() -> None:
    with pytest.raises(TargetRefused, match="host_unknown"):
        addresses_of(Target("https", "nobody.invalid", 443, "/"), False)
    assert looked_up("127.0.0.1", 80) == ["127.0.0.1"]
