"""`heyan key` and `heyan callback`: what concerns the platform that calls. Heavy imports stay inside the commands."""

from __future__ import annotations

import click

database_option = click.option(
    "--database", default=None, metavar="URL", help="数据库地址，默认为 HEYAN_DATABASE 或 HEYAN_DATA 下的 SQLite 文件。"
)


@click.group()
def key() -> None:
    """管理申报平台的 API 密钥。"""


@key.command("add")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice(["submit", "read", "review", "metrics"]),
    default=("submit", "read"),
    show_default=True,
    help="权限，可重复：submit 提交，read 读取自己提交的，review 读取全部，metrics 监控。",
)
@database_option
def key_add(name: str, scopes: tuple[str, ...], database: str | None) -> None:
    """为 NAME 生成密钥，输出到标准输出；之后无法再次查看。"""
    from verifier.hook.key_commands import add

    click.echo(add(database, name, scopes))


@key.command("list")
@database_option
def key_list(database: str | None) -> None:
    """列出密钥（不含密钥本身）。"""
    from verifier.hook.key_commands import listed
    from verifier.reports.terminal import stdout_console

    stdout_console().print(listed(database))


@key.command("revoke")
@click.argument("key_id")
@database_option
def key_revoke(key_id: str, database: str | None) -> None:
    """停用编号为 KEY_ID 的密钥，立即生效。"""
    from verifier.hook.key_commands import revoke

    click.echo(revoke(database, key_id), err=True)


@key.command("secret")
@click.argument("key_id")
@click.option("--renew", is_flag=True, help="生成新的签名密钥；原来的在 --overlap 小时内同时有效。")
@click.option("--overlap", type=click.FloatRange(0, 720), default=24.0, show_default=True, help="新旧并用的小时数。")
@database_option
def key_secret(key_id: str, renew: bool, overlap: float, database: str | None) -> None:
    """输出 KEY_ID 的回调签名密钥（whsec_…），每行一个，新的在前；交给申报平台验证回调。"""
    from verifier.hook.key_commands import secret

    for one in secret(database, key_id, renew, overlap):
        click.echo(one)


@click.group()
def callback() -> None:
    """查看、重发给申报平台的回调。"""


@callback.command("list")
@click.option("--all", "everything", is_flag=True, help="也列出已送达的。")
@database_option
def callback_list(everything: bool, database: str | None) -> None:
    """列出没有送达的回调及原因，每行一个，新的在前（时间为 UTC）。"""
    from verifier.hook.callback_commands import listed

    for line in listed(database, everything):
        click.echo(line)


@callback.command("resend")
@click.argument("ids", nargs=-1)
@click.option("--failed", is_flag=True, help="全部已停止重试的。")
@database_option
def callback_resend(ids: tuple[str, ...], failed: bool, database: str | None) -> None:
    """立即重发编号为 IDS 的回调，重试从头算起；webhook-id 不变。"""
    from verifier.hook.callback_commands import sent_again

    click.echo(sent_again(database, ids, failed), err=True)
