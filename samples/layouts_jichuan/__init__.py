"""Papers of the schools, offices and companies around Jichuan, drawn apart from every other family."""
