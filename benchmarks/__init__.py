"""Ratios against the bare libraries, measured in one run; `make bench` fails on a broken limit."""
