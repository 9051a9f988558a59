"""Labels side by side over their values in one frame: what stands below both is not the second one's."""

from dataclasses import replace

from drawn_words import page, reading, word

from extractors.documents import documents_of
from models.geometry import Box

ROWS = (
    ("姓名", "温庭", "性别", "男"),
    ("出生日期", "1991年12月05日", "入学日期", "2010年09月01日"),
    ("毕（结）业日期", "2014年06月20日", "学校名称", "沧浦电力学院"),
    ("层次", "本科", "学历类别", "普通高等教育"),
)


def test_values_below_labels_in_one_frame() -> None:
    words = list(page("^^教育部学历证书电子注册备案表").words)
    for at, (left, value, right, other) in enumerate(ROWS):
        y = 260 + 110 * at
        words += [word(left, 200, y), word(right, 760, y), word(value, 200, y + 38), word(other, 760, y + 38)]
    frame = Box(150, 230, 1450, 720)
    made = replace(page("x"), words=tuple(words), cells=(frame,))
    (document,) = documents_of(reading(made))
    told = {f.name: f.value for f in document.fields if f.confidence >= 0.5}
    assert told["start_date"] == "2010-09-01"
    assert told["birth_date"] == "1991-12-05"
    assert told["school"] == "沧浦电力学院"
    assert told["gender"] == "男"
