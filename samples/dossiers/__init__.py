"""The made-up applicants, in modules that each offer `DOSSIERS` (functions that make one dossier) and `HALF`."""
