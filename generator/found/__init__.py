"""What findings say, as frozen nouns: one file a finding. No behaviour beyond reading them."""

from generator.found.citations import Citation as Citation
from generator.found.citations import Quoted as Quoted
from generator.found.citations import Selector as Selector
from generator.found.coverage import Coverage as Coverage
from generator.found.disagreements import Difference as Difference
from generator.found.disagreements import Disagreement as Disagreement
from generator.found.disagreements import Side as Side
from generator.found.evidence import Backlink as Backlink
from generator.found.evidence import Evidence as Evidence
from generator.found.evidence import Grade as Grade
from generator.found.numbers import Bearing as Bearing
from generator.found.numbers import Observation as Observation
from generator.found.numbers import Series as Series
from generator.found.origins import Origin as Origin
from generator.found.predictions import Outcome as Outcome
from generator.found.predictions import Prediction as Prediction
from generator.found.predictions import Resolution as Resolution
from generator.found.predictions import Status as Status
from generator.found.quotes import Match as Match
from generator.found.quotes import Quote as Quote
from generator.found.quotes import Repeat as Repeat
from generator.found.quotes import Run as Run
from generator.found.quotes import Trace as Trace
from generator.found.terms import Acronym as Acronym
from generator.found.terms import Definition as Definition
from generator.found.terms import Suspicion as Suspicion
