"""The outside world becomes values of the model; every format check happens here."""
