"""The command line: parse, call, print, exit. Progress and errors go to stderr, results to stdout."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from verifier.hook.platform_commands import callback, database_option, key

ENGINES = click.Choice(["onnx", "paddleocr"])
DEFAULT_PACK = "shangyu-2023-engineer"
FOLDER = click.Path(path_type=Path)
FORMATS = ("terminal", "json", "html", "xlsx", "letter")
DEFAULT_FORMATS = "terminal,json,html,xlsx"


def _shared(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


reading_options = _shared(
    click.option("--jobs", type=click.IntRange(1), default=None, help="识别进程数，默认等于处理器核数。"),
    click.option("--no-cache", is_flag=True, help="不使用也不保存识别缓存。"),
    click.option("--engine", type=ENGINES, default="onnx", show_default=True, help="文字识别引擎。"),
)
rules_option = click.option(
    "--rules", "pack", default=DEFAULT_PACK, show_default=True, help="规则包：内置编号或文件路径。"
)


def _formats(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    wrong = [name for name in names if name not in FORMATS]
    if wrong or not names:
        raise click.BadParameter(f"可用的形式是 {'、'.join(FORMATS)}，以逗号分隔；实际为“{value}”。")
    return names


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="heyan", prog_name="heyan")
def heyan() -> None:
    """heyan 核验：识别职称申报扫描件，逐条对照申报信息与通知要求。"""


@heyan.command()
@click.argument("folder", type=FOLDER)
@rules_option
@click.option("--output", type=FOLDER, default=None, help="报告目录，默认为“文件夹名-report”。")
@click.option("--as-json", is_flag=True, help="在标准输出给出 report.json，不输出其他内容。")
@click.option("--brief", is_flag=True, help="表格只列未通过的事项。")
@click.option(
    "--format",
    "formats",
    default=DEFAULT_FORMATS,
    show_default=True,
    callback=_formats,
    metavar="NAMES",
    help=f"报告的形式，以逗号分隔：{'、'.join(FORMATS)}（letter 为退回意见）。",
)
@click.option("--annotated", is_flag=True, help="另为每位申报人写出标注了依据的 PDF（“标注”文件夹）。")
@click.option("--profiles", "roster", type=FOLDER, default=None, help="从名册（xlsx，见 heyan template）读取申报信息。")
@reading_options
def verify(
    folder: Path,
    pack: str,
    output: Path | None,
    as_json: bool,
    brief: bool,
    formats: tuple[str, ...],
    annotated: bool,
    roster: Path | None,
    **reading: Any,
) -> None:
    """核验 FOLDER 下每位申报人的材料，打印结论并写出报告。"""
    import gc

    from verifier.folder import verify_folder
    from verifier.reading.progress import reading_progress
    from verifier.reading.run_options import RunOptions
    from verifier.reports.formats import write_reports
    from verifier.reports.json_report import dumps
    from verifier.reports.open_items import is_settled, titles_of
    from verifier.reports.terminal import print_report, stdout_console

    # All that was read is held to the end: looking through it for garbage again and again takes a fifth of the time.
    gc.set_threshold(100_000, 50, 1000)
    options = RunOptions.of(pack=pack, **reading)
    with reading_progress() as progress:
        run = verify_folder(folder, options, progress, roster)
    target = output or folder.resolve().with_name(folder.resolve().name + "-report")
    if sys.stderr.isatty():
        click.echo("正在写出报告……", err=True)
    try:
        written = write_reports(run, target, (*formats, *(["annotated"] if annotated else [])), options)
    except OSError as error:
        _stop(f"无法写入报告目录 {target}：{error.strerror}。请检查权限和磁盘空间，或用 --output 另选目录。")
    if as_json:
        sys.stdout.write(dumps(run.report))
    elif "terminal" in formats:
        print_report(stdout_console(), run.report, titles_of(run.pack), open_only=brief)
    if written and not as_json:
        click.echo("报告已写入 " + "、".join(map(str, written)), err=True)
    sys.exit(0 if all(is_settled(a.verdict) for a in run.report.applicants) else 1)


@heyan.command()
@click.argument("file", type=FOLDER, default=Path("申报人名册.xlsx"))
def template(file: Path) -> None:
    """写出空白名册 FILE（默认“申报人名册.xlsx”），填好后用 verify --profiles 读取。"""
    from verifier.roster import write_template

    try:
        write_template(file)
    except OSError as error:
        _stop(f"无法写入 {file}：{error.strerror}。")
    click.echo(f"已写入 {file}", err=True)


@heyan.command()
@click.argument("files", type=FOLDER, nargs=-1, required=True)
@reading_options
def extract(files: tuple[Path, ...], **reading: Any) -> None:
    """识别单个文件：每份文书一行 JSON（种类、字段、位置）。读不出的文件写明原因。"""
    from verifier.reading.progress import reading_progress
    from verifier.reading.run_options import RunOptions
    from verifier.single_files import extract_lines

    options = RunOptions.of(pack=DEFAULT_PACK, **reading)
    bad = False
    with reading_progress() as progress:
        for line, ok in extract_lines(files, options, progress):
            click.echo(line)
            bad = bad or not ok
    sys.exit(1 if bad else 0)


@heyan.command()
@click.argument("pack", default=DEFAULT_PACK)
@click.option("--check", "only_check", is_flag=True, help="只检查规则包是否写得正确，有误则逐条说明。")
def rules(pack: str, only_check: bool) -> None:
    """列出规则包 PACK 的检查：编号、条款与通知原文。"""
    from verifier.reports.rules_table import print_rules, print_soundness
    from verifier.reports.terminal import stdout_console
    from verifier.rulepacks import load_pack

    show = print_soundness if only_check else print_rules
    show(stdout_console(), load_pack(pack))


@heyan.command()
@click.argument("folder", type=FOLDER)
@rules_option
@click.option("--faults", is_flag=True, help="逐条列出与真值不同之处。")
@reading_options
def evaluate(folder: Path, pack: str, faults: bool, **reading: Any) -> None:
    """对照每位申报人文件夹中的 truth.json 计算准确率。"""
    from verifier.evaluate.run import evaluate_folder, print_evaluation
    from verifier.reading.progress import reading_progress
    from verifier.reading.run_options import RunOptions
    from verifier.reports.terminal import stdout_console

    options = RunOptions.of(pack=pack, **reading)
    with reading_progress() as progress:
        evaluation = evaluate_folder(folder, options, progress)
    print_evaluation(stdout_console(), evaluation, faults=faults)


@heyan.command()
@click.option("--engine", type=ENGINES, default="onnx", show_default=True, help="要检查的引擎。")
def doctor(engine: str) -> None:
    """检查本机能否运行：模型、处理器、内存、缓存目录、规则包。"""
    from verifier.doctor import examine, print_examination
    from verifier.reports.terminal import stdout_console

    results = examine(engine)
    print_examination(stdout_console(), results)
    sys.exit(0 if all(r.ok for r in results) else 1)


@heyan.group()
def user() -> None:
    """管理审核台的用户。"""


def _new_password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("密码", hide_input=True, confirmation_prompt="再输入一次", err=True))


password_option = click.option("--password-stdin", "from_stdin", is_flag=True, help="从标准输入读取密码（第一行）。")


@user.command("add")
@click.argument("login")
@click.option("--name", "display_name", default=None, help="姓名，默认与登录名相同。")
@click.option("--role", type=click.Choice(["reviewer", "admin"]), default="reviewer", show_default=True, help="角色。")
@password_option
@database_option
def user_add(login: str, display_name: str | None, role: str, from_stdin: bool, database: str | None) -> None:
    """添加用户 LOGIN。"""
    from verifier.hook.user_commands import add

    click.echo(add(database, login, display_name or login, role, _new_password(from_stdin)), err=True)


@user.command("list")
@database_option
def user_list(database: str | None) -> None:
    """列出用户。"""
    from verifier.hook.user_commands import listed
    from verifier.reports.terminal import stdout_console

    stdout_console().print(listed(database))


@user.command("password")
@click.argument("login")
@password_option
@database_option
def user_password(login: str, from_stdin: bool, database: str | None) -> None:
    """为用户 LOGIN 另设密码，并结束其所有登录。"""
    from verifier.hook.user_commands import renew

    click.echo(renew(database, login, _new_password(from_stdin)), err=True)


@user.command("disable")
@click.argument("login")
@click.option("--undo", is_flag=True, help="恢复已停用的用户。")
@database_option
def user_disable(login: str, undo: bool, database: str | None) -> None:
    """停用用户 LOGIN，并结束其所有登录；--undo 恢复。"""
    from verifier.hook.user_commands import disable

    click.echo(disable(database, login, undo), err=True)


@heyan.command()
@click.option("--known", default=None, metavar="SEQ:HASH", help="此前记下的末条记录，用于发现末尾被删除或整体重写。")
@database_option
def audit(known: str | None, database: str | None) -> None:
    """核对审核台的审计记录：逐条校验，指出断在何处。有问题时退出状态为 1。"""
    from verifier.hook.audit_report import told

    lines, sound = told(database, known)
    for line in lines:
        click.echo(line)
    sys.exit(0 if sound else 1)


@heyan.command()
@click.option("--older-than", required=True, metavar="AGE", help="多久没有变化即删除，如 180d、26w、36h。")
@click.option("--dry-run", is_flag=True, help="只说明会删除多少，不删除。")
@database_option
def purge(older_than: str, dry_run: bool, database: str | None) -> None:
    """删除久无变化的申报及其全部文件、识别结果和审核内容，以及无人引用的文件；可与服务同时运行。"""
    from verifier.hook.operation.purge import told

    for line in told(database, older_than, dry_run):
        click.echo(line)


jobs_option = click.option(
    "--jobs", type=click.IntRange(1), default=None, help="识别进程数，默认为 HEYAN_JOBS 或核数。"
)


@heyan.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="监听的地址。")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="监听的端口。")
@click.option("--rules", default=None, help="规则包，默认为 HEYAN_RULES 或 " + DEFAULT_PACK + "。")
@click.option("--no-worker", is_flag=True, help="只提供接口和审核台，识别由 heyan worker 进行。")
@jobs_option
@database_option
def serve(host: str, port: int, rules: str | None, no_worker: bool, jobs: int | None, database: str | None) -> None:
    """启动申报平台接口（/v1，说明见 /docs）和审核台（/desk）。数据存放在 HEYAN_DATA。"""
    from verifier.hook.serving import serve as run
    from verifier.hook.settings import settings_from_environment

    run(settings_from_environment(database=database, jobs=jobs, rules=rules), host, port, works=not no_worker)


@heyan.command()
@jobs_option
@database_option
def worker(jobs: int | None, database: str | None) -> None:
    """启动一个识别工作进程，与 heyan serve 共用数据库和数据目录。"""
    from verifier.hook.serving import work
    from verifier.hook.settings import settings_from_environment

    work(settings_from_environment(database=database, jobs=jobs))


heyan.add_command(key)
heyan.add_command(callback)


def main() -> None:
    """The entry point: errors that the user can act on end with exit status 2, an interruption with 130."""
    from verifier import HeyanError

    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        heyan(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except HeyanError as error:
        _stop(str(error))
    except KeyboardInterrupt:
        click.echo("已中断。已识别的页面保存在缓存中，再次运行将从中断处继续。", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output has gone; nothing more to say to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
