"""Conditions of a 破格 form chosen by ticks: the classes' boxes give the letter, the numbered boxes the numbers."""

from dataclasses import replace

from drawn_words import page

from extractors.kinds.exceptional_promotion_form import ExceptionalPromotionForm
from extractors.layout.view import PageView
from models.document import Field
from models.geometry import Box
from models.page import Mark

FORM = page("""
^破格推荐专业技术职务任职资格审批表
姓名：周启航
工作单位：越州精工机械有限公司
现任专业技术职务：助理工程师
申报职称：工程师
□A类 | □B类
□(1)获得县级以上科技奖励
□(2)主持完成技术改造项目
□(3)公开发表论文2篇
""")


def items(*checked: str, unclear: str = "") -> list[Field]:
    marks = []
    for word in FORM.words:
        if word.text.startswith("□"):
            box = Box(word.box.x0, word.box.y0, word.box.x0 + word.box.height, word.box.y1)
            label = word.text[1:4]
            ticked = None if label == unclear else label in checked
            marks.append(Mark("checkbox", box, 0.95, checked=ticked))
    made = ExceptionalPromotionForm().extract([PageView(replace(FORM, marks=tuple(marks)))])
    return [field for field in made if field.name == "items"]


def test_numbers_have_the_letter_of_the_class_ticked() -> None:
    (found,) = items("A类", "(1)", "(3)")
    assert (found.value, found.confidence >= 0.5) == ("A1;A3", True)


def test_class_b_alone_is_a_condition_unless_numbers_were_to_be_ticked() -> None:
    (found,) = items("B类")
    assert found.value == "B"
    assert found.confidence < 0.5  # boxes of numbers stand there, and none is ticked


def test_two_classes_or_an_unclear_box_are_for_a_person() -> None:
    assert all(field.confidence < 0.5 for field in items("A类", "B类", "(1)"))
    assert all(field.confidence < 0.5 for field in items("A类", "(1)", unclear="(2)"))


def test_the_title_held_is_never_as_sure_as_the_one_applied_for() -> None:
    titles = {
        field.value: field.confidence >= 0.5
        for field in ExceptionalPromotionForm().extract([PageView(FORM)])
        if field.name == "title"
    }
    assert titles == {"工程师": True, "助理工程师": False}


def test_a_page_that_speaks_of_one_class_alone_gives_its_letter() -> None:
    words = tuple(replace(w, text=w.text.replace("B类", "省级")) for w in FORM.words)
    lettered = [i for i, w in enumerate(words) if w.text[1:4] in ("(1)", "(3)")]
    marks = [
        Mark("checkbox", Box(w.box.x0, w.box.y0, w.box.x0 + w.box.height, w.box.y1), 0.95, checked=i in lettered)
        for i, w in enumerate(words)
        if w.text[1:4] in ("(1)", "(2)", "(3)", "(4)")
    ]
    made = ExceptionalPromotionForm().extract([PageView(replace(FORM, words=words, marks=tuple(marks)))])
    (found,) = [field for field in made if field.name == "items"]
    assert found.value == "A1;A3"
