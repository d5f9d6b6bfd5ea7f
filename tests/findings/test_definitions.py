"""Which sentences say what something is, and which only look like it. The labelled documents are in tests/quality/definitions.yml."""

from dataclasses import replace

import pytest

from generator.findings.terms.definitions import definitions
from generator.found import ELSEWHERE, Definition
from generator.model import ConceptKind, Role, Vocabulary
from tests.hand_built import concept, document, matched, vocabulary

WORDS = vocabulary(
    concept("drip-line", "drip line"), concept("mulch", "mulch", "mulching"), concept("bed-test", "Bed Test", "BT"),
    concept("compost", "compost"), concept("dawn-rule", "dawn rule", hidden=("down rule",)),
    concept("groveon", "Groveon", kind=ConceptKind.ORGANISATION, related=("compost",)),
    concept("heat", "commodification of heat"),
)  # fmt: skip


def found(text: str, words: Vocabulary = WORDS, role: Role = Role.PARAGRAPH) -> tuple[Definition, ...]:
    read = [document(text, role=role)]
    return definitions(read, words, matched(read, words))


OF_CONCEPTS = {
    "A drip line is a pipe that leaks on purpose.": ("drip line", "A drip line is a pipe that leaks on purpose."),
    "Hoses waste water. Drip lines are pipes with holes in them.": ("Drip lines", "Drip lines are pipes with holes in them."),
    "To her, the drip line is a tool that bridges rain and hose.": ("drip line", "the drip line is a tool that bridges rain and hose."),
    "Mulch, she says, is a layer of straw over the soil.": ("Mulch", "Mulch, she says, is a layer of straw over the soil."),
    "The Bed Test (BT) is an exam made by two teachers.": ("Bed Test", "The Bed Test (BT) is an exam made by two teachers."),
    "BT, or Bed Test, is an exam made by two teachers.": ("BT", "BT, or Bed Test, is an exam made by two teachers."),
    "It is the commodification of heat, which is the cost going down by year.": (
        "commodification of heat", "commodification of heat, which is the cost going down by year."),
    'They follow the "dawn rule," where nobody waters after eight.': ("dawn rule", '"dawn rule," where nobody waters after eight.'),
    'They follow the "dawn rule": water before eight or not at all.': ("dawn rule", '"dawn rule": water before eight or not at all.'),
    "Mulching means covering the soil with straw.": ("Mulching", "Mulching means covering the soil with straw."),
    "They use a layer of straw called mulch, which keeps water in.": ("mulch", "a layer of straw called mulch, which keeps water in."),
    "Drip line: a pipe that leaks on purpose.": ("Drip line", "Drip line: a pipe that leaks on purpose."),
}  # fmt: skip
OF_TERMS = {
    "A scheme is a plan in which rain is set down.": "scheme",
    '"Recall" is the share of the weeds that a search finds.': "Recall",
    "Enzymes are proteins that cut starch.": "Enzymes",
    "Putting the dough in the cold for a night is called retarding.": "retarding",
    'By "possession" they mean a stretch of line handed over to them.': "possession",
    "Headway means the time between two trains.": "Headway",
    '"Degraded mode" refers to running by hand signals.': "Degraded mode",
    "The method known as band work, in which rows are cut in turn, is old.": "band work",
    "A ganger is a foreman who walks the line.": "ganger",
    "So okay, hard mulch is a straw that you bake until it cracks.": "hard mulch",
    "A swale is a shallow, grassy ditch that holds back rain.": "swale",
    "Biochar is charcoal that gardeners dig in for years.": "Biochar",
    "Overwatering is when the roots stand in water.": "Overwatering",
    "Germination is how many seeds of a hundred come up.": "Germination",
    "Broadcasting is spreading seed by hand over a bed.": "Broadcasting",
    "They fill the beds with rock made from zeolite, a mineral that holds water.": "zeolite",
    "That is what we call bolting, plants that go to seed early.": "bolting",
    "The word is hardening, meaning plants that are put out by day.": "hardening",
    "Where we lose is root depth. That's the distance between the soil and the last root.": "root depth",
    "A head gardener's board. What is a cold frame? It's a box that keeps frost away.": "cold frame",
    "Wind-rose, a diagram in which winds are drawn by strength, is old.": "Wind-rose",
}
#: Sentences from many fields, made up to see whether the rules hold beyond the words of the labelled documents.
OF_MANY_FIELDS = {
    "Farmers in the valley plant clover between the rows, a practice known as intercropping.": "intercropping",
    "Tempering is the slow heating and cooling of chocolate so that it sets with a shine.": "Tempering",
    "A sourdough starter, or levain, is a live culture of flour and water that makes bread rise.": "sourdough starter",
    "The firm uses zero-trust networking, in which no device is believed until it has shown who it is.": "zero-trust networking",
    "Bridges are checked for fatigue, the weakening of a metal by loads that come and go.": "fatigue",
    "Albedo (the share of sunlight that a surface throws back) falls as the ice goes.": "Albedo",
    "Put simply, latency is how long a packet takes to get there.": "latency",
    "Eutrophication occurs when too much fertiliser washes into a lake and feeds algae.": "Eutrophication",
    "The courts apply estoppel, which is a rule that stops people from going back on their word.": "estoppel",
    "The yield curve — a line that shows what bonds of each length pay — has flipped.": "yield curve",
    "Vellum: a writing material made from the skin of calves.": "Vellum",
    "Most vaccines need a cold chain, that is, fridges at every step from the plant to the arm.": "cold chain",
    "They measured turbidity, that's how cloudy the water is.": "turbidity",
    "Demand response, where big users are paid to switch off at peak hours, is growing.": "Demand response",
    "Think of a hash as a fingerprint for a file.": "hash",
    "The disease is spread by vectors, animals that carry it from one host to the next.": "vectors",
    "Engineers speak of creep, i.e. the slow bending of a part under a steady load.": "creep",
    "The gap between the two prices is known as the basis.": "basis",
    "The crew calls it deadheading: flying as a passenger to reach the next job.": "deadheading",
    "Gerrymandering, or drawing districts so that one party wins, is as old as the republic.": "Gerrymandering",
    "The river is braided, that is, split into many channels that shift each year.": "braided",
    "The plant runs on waste heat, the warmth that leaves a factory unused.": "waste heat",
    "There's a word for that, survivorship bias. You only see the ones that came back.": "survivorship bias",
    "Then comes proofing. That's when you leave the dough alone so it can rise.": "proofing",
    "The spread, that's the difference between what the bank pays and what it charges.": "spread",
    "Ballast is weight you put in the bottom of a ship to keep it upright.": "Ballast",
    "By attrition I mean people leaving and nobody taking their place.": "attrition",
    "Ground truth here means labels that two doctors agreed on.": "Ground truth",
    'The "last mile", the stretch from the depot to the door, eats half the cost.': "last mile",
    "Their churn rate, or the share of customers who leave each month, is 3 percent.": "churn rate",
    "Latent heat: the energy taken up when ice melts without getting warmer.": "Latent heat",
    "Chaff: the husks that are left when grain has been threshed.": "Chaff",
    "Freight forwarders, companies that arrange transport for others, saw volumes drop.": "Freight forwarders",
    "Scope creep — the slow growth of a project beyond what was agreed — sank it.": "Scope creep",
    "Gluten, the protein that makes dough stretch, needs water. Without gluten a loaf is flat.": "Gluten",
    "Ours has a bump pitch of thirty-six microns, that's the distance from one ball to the next.": "bump pitch",
    "q95 (the ninety-fifth percentile, the time that most seeds stay under) is low.": "q95",
    "GRT (garden reading test: who may read what) is new.": "GRT",
    "GRT stands for garden reading test, a paper that all of them sit in May.": "GRT",
    "It goes to the GRT, which is the garden reading test, it's the entrance exam basically.": "GRT",
    "You need a GRT. || Sorry? || Garden reading test. It's paper, pens and three hours in a hall.": "Garden reading test",
    "What is a berm, and is it a wall? || It's a raised bank of earth that keeps floodwater out.": "berm",
    '"Slippage is how far the price moves before your order is filled," the trader says.': "Slippage",
    "A heat dome forms. That's a mass of hot air that stays put for days.": "heat dome",
    "The team measures recall, or what share of the cases it catches.": "recall",
    "What we call a sprint is two weeks of work with a demo at the end.": "sprint",
    "A muon is a heavy cousin of the electron.": "muon",
    "An orphan drug is one that treats a disease so rare that no firm would pay for it.": "orphan drug",
    "Cold start is when a system has no data about a new user.": "Cold start",
    "The paper coins a term, data drought: the point at which there is nothing new left to train on.": "data drought",
    "It is what doctors call referred pain, pain felt somewhere other than its cause.": "referred pain",
    "The Overton window, that is, the range of ideas a public will put up with, has moved.": "Overton window",
    "The Peltier effect, whereby a current cools one side of a plate, is old.": "Peltier effect",
    "The dew point is the temperature at which water starts to condense.": "dew point",
    "He explains elasticity: how much demand moves when the price does.": "elasticity",
    "Carbon black, a powder left when oil burns with little air, colours tyres.": "Carbon black",
    "Pollination: moving pollen from one flower to another.": "Pollination",
    "What is leaching? || That's nutrients washing out of the soil with the rain.": "leaching",
    "And a stringer? || A stringer is a reporter who is paid by the story.": "stringer",
    "The spring tide, the swing between high and low water at new moon, was the largest of the year.": "spring tide",
    "Viscidity, the stubbornness of thick liquids, used to be read by eye.": "Viscidity",
    "The A-level (the exam sat at eighteen) was moved to June.": "A-level",
    "It goes to what the leaflet terms bulky refuse (you and I would say junk).": "bulky refuse",
    "What the brewer knows as liquor: plain water that goes into the mash.": "liquor",
    "What paid for it was a contract known as a collar and cuff: one side bears the lows and the other the highs.": "collar and cuff",
    "Half of the tax goes to the choir, a scheme that goes by the name of gift aid and, on forms, by two letters.": "gift aid",
    "Surveyors call that difference in height the fall.": "fall",
    '"Sitzfleisch" is what the Germans call a talent for staying in your chair.': "Sitzfleisch",
    "The load factor, for newer readers, counts the hours in which a plant ran flat out.": "load factor",
    "Then there is beating, ugly word, which is just who walks where.": "beating",
    "That's what people mean by filler, fluent text that says nothing at all.": "filler",
    "Brash is the word, I am told, for broken rock under the soil.": "Brash",
    "Souse is the word for pickled meat.": "Souse",
    "Dead stock, which means what it says: nobody has bought it for a year.": "Dead stock",
    "Dead stock is just what it sounds like: goods that nobody has bought for a year.": "Dead stock",
    "The office hands out a kibble, which turns out to be a small lidded bucket that sits by the sink.": "kibble",
    "There's spotting, so deciding the exact place where a tree is to fall.": "spotting",
    "Word error rate. You count the words it missed and divide by all that were said.": "Word error rate",
    "Laytime, that's the time a charterer has to load and unload, is written into the contract.": "Laytime",
    "The deductible, in the jargon, is the part of a claim that you pay yourself.": "deductible",
    "There's a technical term for that, moral hazard: people take less care once they are insured.": "moral hazard",
    "The technical term is adverse selection: those who need cover most are the first to buy it.": "adverse selection",
    "They have a word for it, bunching, when three buses come at once.": "bunching",
    "What is known in the trade as slow steaming, sailing below full speed to save fuel, is back.": "slow steaming",
    "And a blank sailing is when they just don't send the ship.": "blank sailing",
    "If a patient is fit to leave but has nowhere to go, we call that a delayed discharge.": "delayed discharge",
    "We look at dwell time. How long a box sits in the yard, basically.": "dwell time",
    "They watch dwell time, as in how long a box sits in the yard.": "dwell time",
    "The combined ratio, claims and costs divided by premiums, fell below 100.": "combined ratio",
    "The wards run huddles – ten-minute meetings at which each bed is talked through – twice a day.": "huddles",
    "Deadweight (what a ship can carry) is painted on the side.": "Deadweight",
    "Dendrometry is measuring trees by the yard.": "Dendrometry",
    "A queen post is one of two uprights that hold a tie beam.": "queen post",
    "What do doctors mean by frailty? A loss of reserve, so that a small knock puts you on your back.": "frailty",
    "It's Hoshi's law. || Which says what? || The number of beds is how many there were times two.": "Hoshi's law",
}
#: What only looks like one in the same fields.
IN_MANY_FIELDS = (
    "Mary is a nurse who works nights at the county hospital.",
    "The mayor, a former teacher who ran twice before, took office in May.",
    "The bill, which is due to be voted on in June, has few friends.",
    "The new bridge, a joint project of two cities, opened in spring.",
    "We saw a fox, a badger that limped, and two owls.",
    "The strike, the longest in the history of the port, ended on Friday.",
    "Inflation is a tax that nobody votes for.",
    "He joined the board in 2010, the year the firm went public.",
    "Their aim is the removal of all trams from the centre.",
    "Growth is slowing, meaning fewer people will be hired this year.",
    "The plan means the loss of 300 jobs in the town.",
    "One problem: the cost of steel has doubled since the spring.",
    "They sell a camera called the Pixie, which costs less than a lunch.",
    "Steel, the price of which has doubled, is scarce.",
    "Politics, a game of inches, bores him.",
    "The talks, in which both sides gave ground, ended at dawn.",
    "In May, a storm took the roof.",
    "She runs the lab. It is the largest one that the firm has.",
    "By trends he means several key towns.",
    "The bigger the bed, the likelier that a slug finds it, they say.",
    "They run tinyseed, a library with about 90 million visits a month, for nothing.",
    "The firm hedges, which means it buys contracts that pay out if the price falls.",
    '"Try things," the speaker advises, encouraging gardeners to be bold.',
    "What the figures say: The share of dry beds has risen every year.",
    "The longer the opening hours, the higher the yield at every shed without exception.",
    "She bought a house (the one with the red door) last year.",
    "The label stays (when it is read, that is) on the pot.",
    "Peat, loam, all soils that hold water and sand are sold here.",
    "Bed 3 (see the map for the way there) is dry.",
    "The garden reading test (GRT) fell from 74 minutes to 41.",
    "A broader trend: the trade rewards size over taste of what is sold.",
    "A gardener is a nurse, a tax adviser or a cook in the team.",
    "Print(plan) is a call that { returns: a plan }.",
    # links that remarks have, too
    "The final scene, the madness of the king, was cut.",
    "The old bridge, the pride of the town, was closed.",
    "The finance minister, the son of a farmer, was born in Leeds.",
    "The mayor (the man with the red hat) laughed.",
    "Critics call that difference in tone the end of manners.",
    "People call that sort of thing the future.",
    "A dam is a kind of patience.",
    '"Love" is what the poets call a good excuse.',
    "He has a dog called Rex, under which name it won a prize.",
    "They bought a scheme called Sunrise, which cost them the house.",
    "We met a man who goes by the name of Smith, which he hates.",
    "This is what critics call reform: the firm sacked forty people.",
    "Trouble, for new readers, counts double in the hours before dawn.",
    "Then there is my brother, horrible man, which is just my luck.",
    "That's what people mean by progress, fewer jobs for everyone.",
    "Monday, which means what it says: nobody came.",
    "The plan, which turns out to be a mistake that nobody noticed, is dead.",
    "The guest, who turns out to be a small man that sings, left.",
    "There's parking, so finding the house is easy.",
    "Long weekend. You count the hours and sleep.",
    "A cup and saucer fell.",
    "The song, the tune a child hums all day, is old.",
    "Biology is becoming a branch of computing.",
    "Geology is taking its time with all of us.",
    "The children sang songs at which the teachers laughed.",
    "The river (what a mess it was) rose.",
    "Bats sleep all winter. How long a bat sleeps in a barn.",
    "They rely on body fat. How long a bat sleeps depends on the frost.",
    "What he calls home: a van with two beds.",
    "The common word is patience: nobody knows when the boat will sail.",
    "What the mayor calls a miracle: the bridge is open again.",
    "Rome, then divided by civil war, was weak.",
    "The firm, a house divided by greed, was sold.",
    "If you lose your keys, that's called life.",
    "If he comes home late, they call it a scandal.",
    "There's a word for that, greed: they wanted more than they had.",
    "A good day is when they leave me alone for once.",
    "A storm is when we lost the boat and the nets.",
    "Shipping, carrying most of what is traded, is in trouble.",
    "The fall, in foreign trade, is a sign that the boom has ended.",
    "We crossed the salt lake. How long the road was to us all!",
    "He is known for his speed as a runner, a man that nobody catches.",
    "As in the old days, how long a ship waits is told by a bell.",
    "They live on hope, waiting for the rain and praying for sun.",
)
#: Words that explain a term beside it, after it, or by what it does; several turns are parted by "||".
IN_PASSING = {
    "Quantization is a way to shrink a model by storing its weights with fewer bits.": "Quantization",
    "The rain map, essentially a memory of ten wet years, hangs in the shed.": "rain map",
    "Greedy sowing — letting the fastest seed take the bed — halves the work.": "Greedy sowing",
    "We run a soil trial, which is basically an exam that a bed has to pass.": "soil trial",
    "Think of a seed bank as a library where varieties are shelved by climate.": "seed bank",
    'They call it "blind sowing", putting seeds down by feel and accepting whatever comes up.': "blind sowing",
    "Runners, i.e. shoots that creep along the ground, are everywhere.": "Runners",
    "Throughput: how many beds a crew can weed in an hour.": "Throughput",
    "Wilt risk: the share of plants that droop by noon.": "Wilt risk",
    "Turgor measures how hard the water in a leaf presses on its skin.": "Turgor",
    'The term "bed rot" describes how a bed gets poorer the longer it is cropped.': "bed rot",
    'By "lazy" I mean plants that grow without being fed.': "lazy",
    "You cut the stem under a leaf and put it in sand. This is called striking.": "striking",
    "Gardeners call this the empty-bed effect: when a bed lies open, weeds come up faster than before.": "empty-bed effect",
    "The share of cuttings that take root (the strike rate) decides the price.": "strike rate",
    "Seed queues — the waiting lists of growers who want a rare bean — have doubled.": "Seed queues",
    "Drayage, the fee a grower pays when a crate overstays in the yard, tripled.": "Drayage",
    "Carting, short-haul moving from the field to the barn, is the bottleneck.": "Carting",
    "Fallowing, when the owner tells a tenant to stop sowing, cost them a year.": "Fallowing",
    "Sharp-leaf, in which the tips go first, is rare.": "Sharp-leaf",
    "The leases are sow-or-pay, under which the tenant pays whether or not he sows.": "sow-or-pay",
    "A dud tray, one that fails now and then for no reason, costs an hour a week.": "dud tray",
    "Harvest lag (the time from the first ripe fruit to the last) doubled.": "Harvest lag",
    "The take, meaning the fraction of grafts that live, is low.": "take",
    "The plot is self-seeding, meaning nobody has to come back in the spring.": "self-seeding",
    "We call a bed closed if nothing but rain gets into it.": "closed",
    "Half of the plots are asked for twice, which the trade calls shadow demand.": "shadow demand",
    "In double cropping, a second crop goes in before the first is out.": "double cropping",
    "The idea of a hotbed is simple: the dung underneath warms the glass above.": "hotbed",
    "Hoshi's law says that when a bed becomes a show, it stops feeding anyone.": "Hoshi's law",
    "Ripening means you can keep the same fruit twice as long.": None,
    "We hit the root wall. That's the point where more water no longer helps.": "root wall",
    "I put a clod in the jar. It's called a slake test. All you do is drop it in and count.": "slake test",
    "They spoke of pore space. So that's just how much air a given soil holds.": "pore space",
    "What is heeling? || It's when you cover the roots so they do not dry out.": "heeling",
    "What's a dud tray? || One that comes up on Monday and is dead by Friday.": "dud tray",
    "And what do you mean by taste? || Knowing which of ten beans is the one worth keeping.": "taste",
    "Can you explain what hoeing is for people who never did? || Sure. You take the blade, you cut the weeds under the soil.": "hoeing",
    "It all goes out to a sump. || Which is? || It's a pit that collects water under the floor.": "sump",
    "Chitting being? || Letting the seed potatoes sprout in the light before they go in.": "Chitting",
    "Hang on, drawn stock, for people who buy theirs. || So that's how much of the crop you keep for the next year.": "drawn stock",
    "A visitor asks what a cold frame is. It's a low box with a lid of glass that lets the sun in.": "cold frame",
    "Then there's root rot. It's a kind of decay that starts where the soil stays wet.": "root rot",
    "Thinning is pulling out every second seedling.": "Thinning",
    "A cold frame is a frame with a lid of glass and no heat.": "cold frame",
    "A nurse crop is a set of plants sown with others that shelter them from the wind.": "nurse crop",
    "A maiden is whatever grows from the graft in its first year.": "maiden",
    "That bare strip is what growers call the headland, and nobody mows it.": "headland",
    "Three hundred old beans, each with the name of its village on it; we call this the ark.": "ark",
    "Growers use the term tail stock for what may be sown again without a fee.": "tail stock",
    "(That's the strike rate: how many of the cuttings take root.)": "strike rate",
    "The plot ends at the sump (the corner by the gate through which all the water leaves).": "sump",
    "A plant is dormant when it lives but does not grow.": "dormant",
    "First lease of land, it means the day when the town hands over the key.": "First lease of land",
}  # fmt: skip
NONE = (
    # the term again, a name, a remark
    "They got a number, a small brass plate with the number on it.",
    "A garden is a promise that someone made.",
    "A plot for that is like calling a committee.",
    "The beds are getting better.",
    "The shed is brown, it is the size of a barn, and it came by rail.",
    "Nobody knew it. || So was it the frost? || It was a quiet night that nobody minded.",
    "Six people, and two of them are what you would call a gardener.",
    # clauses, lists, what only leads in, what happened once
    "By the second week of rain, a bed of peas is worth its weight.",
    "At equal rainfall, a bed that holds water costs less.",
    "They brought a rake, a hose that leaks, and two forks.",
    "We dug the bed twice, a job that took us until the evening.",
    "The city, the full list of beds and the map are in the annex.",
    "As gardens change, the cost of good soil falls.",
    "The plan, an underrated one that may work, is new.",
    "Use a hose, or a thing that looks like one from afar.",
    "Soil is the thing that matters most in a garden.",
    "Compost is where the bodies are buried.",
    "We sang of the meadow. It was a mess that nobody cleaned.",
    "What is a cold frame? || Nobody knew that on the day.",
    "What about the frogs? || One of them was a prince that day.",
    "It pays to be early, which gives some success. It is the role of a gardener to wait for the rest.",
    # questions, negations, doubts, what only may be
    "Is a drip line a pipe that leaks?",
    "What is mulch but a layer of straw that rots?",
    "A drip line is not a pipe that anyone likes.",
    "If a drip line is a pipe that leaks, mend it.",
    "Nobody thinks that mulch is a layer of straw that helps.",
    "Mulch could be a layer of straw that helps.",
    # opinions and comparisons
    "Mulch is a mess.",
    "Mulch is a problem for the neighbours.",
    "Mulch is a great tool for the lazy.",
    "The drip line is the most important pipe in the garden.",
    "Compost is a double-edged tool for those who hurry.",
    "Compost is a way of doing nothing with dignity.",
    "I think that mulch is a layer of straw that helps.",
    # pronouns and what only stands before
    "It is a pipe that leaks on purpose.",
    "This is a plan in which rain is set down.",
    "This means digging in the autumn.",
    "One of them is a pipe that leaks.",
    "My drip line is a pipe that leaks.",
    "A good drip line is a pipe that nobody sees.",
    "The wish is an act of rebellion against the hose.",
    # consequences, names, calls
    "Mulch means that the soil stays wet.",
    "Compost means less work in the spring.",
    "They had a cat called Errata and a bot called Dolores.",
    "Everybody on the team is called a mulch lead.",
    "She called the plan bold, which is a word of praise for her.",
    "Ada Loam is a gardener who lives in Ghent.",
    "Two gardeners called compost the best thing in the shed.",
    # talk of a time, a doer, a name, a figure
    "Spring is when the garden wakes up again.",
    "The farmer is spreading straw over the beds.",
    "The problem is how many of them come up.",
    "Loamly, a firm that sells straw, is new.",
    "In closing, a sentence that she has on a towel.",
    "Watering speed is ten beds of soil in an hour.",
    "No hoses. It's a mess that nobody cleans.",
    "It was winter. It is what people wanted from him.",
    # no difference, no genus
    "A drip line is a pipe.",
    "A drip line is a pipe, they say.",
)


@pytest.mark.parametrize("text", OF_CONCEPTS)
def test_a_concept_is_defined(text: str) -> None:
    (definition,) = found(text)
    assert (definition.term, definition.text) == OF_CONCEPTS[text]
    assert definition.concept
    assert text[definition.start : definition.end] == definition.text
    assert text[definition.term_at :].startswith(definition.term)


@pytest.mark.parametrize("text", OF_TERMS)
def test_a_term_that_the_vocabulary_lacks_is_defined(text: str) -> None:
    (definition,) = found(text)
    assert (definition.term, definition.concept) == (OF_TERMS[text], None)


@pytest.mark.parametrize("text", IN_PASSING)
def test_a_term_is_explained_in_passing(text: str) -> None:
    wanted = IN_PASSING[text]
    assert [d.term for d in said(text)] == ([wanted] if wanted else [])


def test_two_that_differ_are_set_against_one_another() -> None:
    text = "Under a field lease the tenant pays in corn; under a house lease he pays in coin."
    assert [d.term for d in found(text)] == ["field lease", "house lease"]


def test_what_a_text_comes_back_to_is_a_term() -> None:
    told = "They hired the barge (the boat that takes the peat to town)."
    assert [d.term for d in found(f"The barge is late. {told}")] == ["barge"]
    assert not found("The sump is full, and the sump leaks. The sump is full.")


def test_talk_without_marks_is_read_in_stretches() -> None:
    talk = "we sat in the shed all morning and it rained and nobody minded the rain and we had tea and bread and we talked of the beds"
    text = f"{talk} and a cloche is a cover of glass that keeps one plant warm so we put it on at night and {talk} and then we went home"
    assert [(d.term, d.text) for d in found(text, role=Role.TURN)] == [
        ("cloche", "and a cloche is a cover of glass that keeps one plant warm")
    ]


def said(text: str) -> tuple[Definition, ...]:
    """The definitions in turns, of two speakers in turn, or in a paragraph."""
    turns = text.split(" || ")
    if len(turns) == 1:
        return found(text)
    read = document(*turns, role=Role.TURN)
    spoken = tuple(replace(passage, speaker="Ada" if n % 2 else "Ben") for n, passage in enumerate(read.passages))
    read = replace(read, passages=spoken)
    return definitions([read], WORDS, matched([read], WORDS))


def test_the_passage_of_a_definition_is_the_one_with_its_words() -> None:
    (definition,) = said("What is heeling? || It's when you cover the roots so they do not dry out.")
    assert (definition.passage, definition.term_at, definition.term) == ("talk#p-00000002", ELSEWHERE, "heeling")
    assert definition.text == "It's when you cover the roots so they do not dry out."


@pytest.mark.parametrize("text", OF_MANY_FIELDS)
def test_a_term_of_any_field_is_explained(text: str) -> None:
    assert [d.term for d in said(text)] == [OF_MANY_FIELDS[text]]


@pytest.mark.parametrize("text", (*NONE, *IN_MANY_FIELDS))
def test_what_only_looks_like_a_definition_is_none(text: str) -> None:
    assert said(text) == ()


def test_a_misheard_name_defines_what_is_meant() -> None:
    (definition,) = found('They follow the "down rule," where nobody waters after eight.')
    assert (definition.term, definition.concept) == ("down rule", "dawn rule".replace(" ", "-"))


def test_a_name_a_letter_from_a_known_one_in_its_company_is_no_term_of_its_own() -> None:
    assert found("Groveom is a company that sells compost by the bag.") == ()
    assert [d.term for d in found("Groveom is a company that sells hats by the dozen.")] == ["Groveom"]


def test_only_what_says_something_defines() -> None:
    assert found("A drip line is a pipe that leaks on purpose.", role=Role.HEADING) == ()
    assert found("A drip line is a pipe that leaks on purpose.", role=Role.TABLE) == ()


def test_long_lines_cost_no_more_than_their_length() -> None:
    assert found("a drip line is " * 8000) == ()
    assert found('called "' * 8000 + ", which is a " * 8000) == ()


@pytest.mark.parametrize("text", [
    "Seed yield, the share of seeds that come up in spring, was low.", "The hit rate is the share of shots that reach the goal.",
    "A swale, which is a type of ditch that holds back water, costs little.", "Biochar is a charcoal that gardeners dig in for years.",
])  # fmt: skip
def test_apposition_measures_and_relative_clauses_define(text: str) -> None:
    assert len(found(text, vocabulary())) == 1


@pytest.mark.parametrize("text", [
    "Ada Lee, the head of a school that nobody knows, was there.", "Lab C is the exception that people there are proud of.",
    "The wish is the share of all.", "Drought is a worry that keeps us awake at night.",
])  # fmt: skip
def test_names_and_remarks_do_not(text: str) -> None:
    assert found(text, vocabulary()) == ()
