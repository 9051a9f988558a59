"""Made-up applicants with their truth, and the generator that draws them. Every sheet says 测试样本."""
