"""Rules of noisy sequences: functions of the index, fitted by robust least squares."""

from .finding import noisy_rules as noisy_rules
from .rule import NoisyRule as NoisyRule
