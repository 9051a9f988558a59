"""Made-up applicants with their truth, and the generator that draws them.

`content` says what a document says, `layouts` how an office would lay it out, `drawing` draws it, `quality` and `containers` make a
scan, a photo or a PDF of it, `dossiers` put applicants together with their defects, `expectations` says what a careful reviewer
finds, `generate` writes `applicants/`. Another set of applicants is a module with `HALF` and `DOSSIERS`, named in `generate.MODULES`.
All persons, schools and companies are invented; numbers use codes that are assigned to nobody (ID and credit codes of region
330699, schools 99001 and 99003), and every sheet but the blank one and the plain picture bears 「测试样本」.
"""
