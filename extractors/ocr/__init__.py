"""Page images to words: the engines behind one seam, the ink of seals, and the ink that no word explains."""
