"""All that a plugin imports from cstrack: the doors, the contracts, and the nouns they speak in.

Everything else may move between versions; what stands here changes only with the version in the name of the entry-point group.
"""

from cstrack.document.block import Block, BlockKind
from cstrack.document.document import Document
from cstrack.document.grid import Cell, Grid
from cstrack.errors import CstrackError, InvalidProfile, MissingExtra
from cstrack.facts.facts import Facts, Head
from cstrack.facts.mention import FigureMention, NotAFigure, PeriodMention, PeriodRole
from cstrack.facts.profile import PaperProfile
from cstrack.facts.statement import Sentence, Statement, StatementKind
from cstrack.facts.vocabulary import Vocabulary
from cstrack.hooks.contracts import (
    Check,
    ExportContext,
    Exporter,
    Limits,
    LoadContext,
    Loader,
    LoadResult,
    Match,
    Reader,
    Strength,
)
from cstrack.hooks.doors import Doors, hookimpl
from cstrack.hooks.paper_loader import PaperLoader, paper_loaders
from cstrack.hooks.profile_toml import packaged_profiles, read_profiles
from cstrack.model.action import Action, Lifecycle, Rating
from cstrack.model.budget import BudgetLine, Fund, FundingMovement, Measure, Recurrence, Scope
from cstrack.model.decision import Decision, Recommendation
from cstrack.model.decision import Outcome as DecisionOutcome
from cstrack.model.finding import Finding, Priority
from cstrack.model.history import History, Snapshot
from cstrack.model.indicator import Aggregation, Basis, Indicator, Observation, Polarity
from cstrack.model.judgement import Judgement, JudgementBasis, Oversight, OversightKind
from cstrack.model.paper import Paper, PaperRelied
from cstrack.model.plan import Objective, Plan
from cstrack.model.record import About, Actor, Amount, Firmness, Record
from cstrack.model.register import Register
from cstrack.model.target import Comparator, Target, TargetKind
from cstrack.problems import Outcome, Problem, Severity
from cstrack.sources.citation import Citation
from cstrack.sources.source import Source
from cstrack.sources.span import Span
from cstrack.values.figure import Figure, Qualifier
from cstrack.values.missing import Direction, NotStated, Reason
from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind
from cstrack.values.wording import day_in_words, due_in_words, figure_in_words

__all__ = [
    "About",
    "Action",
    "Actor",
    "Aggregation",
    "Amount",
    "Basis",
    "Block",
    "BlockKind",
    "BudgetLine",
    "Cell",
    "Check",
    "Citation",
    "Comparator",
    "CstrackError",
    "Decision",
    "DecisionOutcome",
    "Direction",
    "Document",
    "Doors",
    "ExportContext",
    "Exporter",
    "Facts",
    "Figure",
    "FigureMention",
    "Finding",
    "Firmness",
    "Fund",
    "FundingMovement",
    "Grid",
    "Head",
    "History",
    "Indicator",
    "InvalidProfile",
    "Judgement",
    "JudgementBasis",
    "Lifecycle",
    "Limits",
    "LoadContext",
    "LoadResult",
    "Loader",
    "Match",
    "Measure",
    "MissingExtra",
    "NotAFigure",
    "NotStated",
    "Objective",
    "Observation",
    "Outcome",
    "Oversight",
    "OversightKind",
    "Paper",
    "PaperLoader",
    "PaperProfile",
    "PaperRelied",
    "Period",
    "PeriodKind",
    "PeriodMention",
    "PeriodRole",
    "Plan",
    "Polarity",
    "Priority",
    "Problem",
    "Qualifier",
    "Rating",
    "Reader",
    "Reason",
    "Recommendation",
    "Record",
    "Recurrence",
    "Register",
    "Scope",
    "Sentence",
    "Severity",
    "Snapshot",
    "Source",
    "Span",
    "Statement",
    "StatementKind",
    "Strength",
    "Target",
    "TargetKind",
    "Vocabulary",
    "day_in_words",
    "due_in_words",
    "figure_in_words",
    "hookimpl",
    "packaged_profiles",
    "paper_loaders",
    "pattern",
    "read_profiles",
]
