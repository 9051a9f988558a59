"""How the offices, schools, platforms and companies around the made-up town of Haipu print their papers."""
