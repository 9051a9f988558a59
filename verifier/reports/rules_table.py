"""The checks of a rule pack, with clause and the notice's own words."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from verifier.checks import BATCH_CHECKS, CHECKS
from verifier.rulepacks import RulePack


def print_rules(console: Console, pack: RulePack) -> None:
    """Prints one row a rule."""
    console.print(Text(f"{pack.notice} {pack.title}（{pack.id} 版本 {pack.version}）", style="bold"))
    table = Table(expand=True, show_lines=True)
    table.add_column("检查", overflow="fold", ratio=3)
    table.add_column("名称", overflow="fold", ratio=2)
    table.add_column("条款", overflow="fold", ratio=2)
    table.add_column("通知原文", overflow="fold", ratio=8)
    for rule in pack.rules:
        table.add_row(Text(rule.check), Text(rule.title), Text(rule.clause), Text(rule.words))
    console.print(table)


def print_soundness(console: Console, pack: RulePack) -> None:
    """Says that `pack`, since it could be loaded, can be used, and what the program could check besides."""
    console.print(
        Text(f"规则包“{pack.id}”（版本 {pack.version}，{pack.notice}）可以使用，共 {len(pack.rules)} 项检查。")
    )
    named = {rule.check for rule in pack.rules}
    others = [check for check in (*CHECKS, *BATCH_CHECKS) if check not in named]
    if others:
        console.print(Text(f"未列入的检查：{'、'.join(others)}。通知没有相应要求的，不必列入。"))
