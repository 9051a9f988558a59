"""How the offices, schools and companies of Baiyan set their papers."""
