"""The words that definitions rest on: what a thing can be a sort of, how a difference begins, what gives an opinion away. Only words.

A definition names a genus and a difference (Aristotle, Topics I 8): "a measure of …", "a network that …". The genus words are such as
dictionaries define by; a word that only judges ("mistake", "mess", "revolution") is none of them.
"""

#: Sorts of things, in the singular. Not: thing, way, one, problem, fact, idea that somebody has.
SORTS = frozenset(
    """
    abbreviation ability abstraction access account acronym act action activity adapter agent aggregate agreement algorithm alloy amount
    analysis animal app apparatus application approach arc architecture area arrangement array artefact article artifact aspect assembly
    assessment association assumption attack attribute award axis band bar base basket batch behavior behaviour belief benchmark block
    board body boundary box branch bridge budget buffer building bundle burst bus cabinet cable cache calculation capability carrier
    case cast category ceiling cell center centre ceremony chain change channel character chart checkpoint chemical chip circuit class
    classifier clause cluster code coefficient collection color colour column combination command committee company compiler component
    compound computation computer concept condition configuration constant constraint construct construction container contest contract
    control convention conversion copy corpus cost coupling course crop current cycle database dataset datum decision definition degree
    delay department description design device diagram dialect dictionary die difference dimension disc discipline discount disease disk
    display distance distribution division document draft drink drug duct duration dye editor effect electrode element encoding engine
    engineer ensemble entity environment enzyme equation equipment error estimate euphemism event exam examination experiment exploit
    expression extension fabric facility factor family feature fee field figure file film filter firm fish fluid folder food force form
    format formula fraction fragment framework frequency fruit fuel function fund gadget game gap gas gate gateway gathering gauge gear
    gene generalisation generalization genre glue good grade grain grammar graph grid group guideline habit hack handle harness head
    herb heuristic hormone house hypothesis identifier illness image implement index indicator industry inflammation information
    ingredient input insect institution instruction instrument insurance interface interval jargon job joint judgement kernel key kit
    lab laboratory lag lamp language law layer layout length lens letter level lever library limit line link liquid list loan location
    log logic loop loss lump machine magazine map mark marker market mask mass material mathematics matrix mean measure measurement
    mechanism medicine medium meeting member membrane memory message metal method methodology metric microscope mineral mixture mode
    model module molecule movement name network newsletter nickname node norm notation note number nut object observation occupation
    office operation operator optimisation optimization optimizer order organ organisation organism organization output owner package
    packet page pair paper parameter parser part particle partition party path pattern payment penalty percentage period permission
    person phase phenomenon philosophy phrase piece pipe pipeline place plan plane plant plate platform podcast point policy polymer
    portion position post practice prediction principle probability procedure process processor product profession professional program
    programme project prompt property proportion protein protocol prototype provider proxy publication pump quality quantity queue
    quotient rack range rate ratio reaction reading reagent receptor record recording reduction reference region register regulation
    relation relationship removal replica report representation request requirement resin resource rhythm ring risk ritual role room
    rope route router routine row rule runtime salt sample scale schedule scheduler scheme scope score screen script seal sector segment
    sensor sentence sequence series server service session set setting shape share sheet shell shop shortage shorthand sign signal
    simulation site skill slab slang slice slime slot snapshot sock software solvent sound source space span specialist species
    specification spectrum speech stage standard state statement station statistic step stitch stock storage store strand strategy
    stream string strip structure study style subfield subgroup subset substance subsystem sum surface survey switch symbol symptom
    syndrome system table tactic tag tank task tax team technique technology template tendency tension tensor term test text texture
    theorem theory thread threshold time tissue title token tool toolkit topic toxin track trade tradition trait transaction
    transformation translation transmission treatment tree trend trial tube tunnel type unit unwillingness use user utility valley value
    valve variable variant variation vector vehicle vein version vessel view virus voltage volume vulnerability wave weight window wire
    wood word work workflow wrapper yeast zone
    """.split()
)

#: Stuffs, which need no article: "biochar is charcoal that …".
MASS = frozenset(
    """
    air ash bread capacity carbon cargo cash charcoal clay coal code computation concrete content cooling copper data debt demand
    dough dust energy flour freight fuel gas generation glass grain gravel ground hardware heat hydrogen ice iron light lime lithium
    memory metal milk money music oil pain paper permission plastic power reasoning rock salt sand seawater silk software soil speech
    steam steel
    stone storage straw stuff sugar text timber tissue traffic training trucking waste water weight wood wool
    """.split()
)

#: Times: they are when something is, and that does not define them.
TIMES = frozenset(
    """
    afternoon april august autumn christmas day december evening fall february friday january july june lunch march may midnight moment
    monday morning night noon november october saturday season september spring summer sunday thursday time today tomorrow tonight
    tuesday wednesday week weekend winter year yesterday
    """.split()
)

#: Nouns that say what somebody thinks of a thing, or nothing of it.
NO_SORT = frozenset(
    """
    achievement advantage alternative argument bet blessing bonus boy breakthrough burden catastrophe challenge child choice city claim
    coincidence company complaint compromise concern consequence country crime crisis curse danger day deal delight difficulty
    disadvantage disaster disgrace dream embarrassment exception excuse failure fantasy fashion father fear fellow fight flaw folly fool
    friend
    future genius gift girl headache hero hint hope hurdle illusion insult irony issue joke joy kid lie luxury matter mess milestone
    miracle mistake moment month mother myth nightmare nonsense nuisance obstacle opinion opportunity ordeal paradox pity pleasure
    promise rarity reality rebellion reflection relief reminder response revolution riddle scandal secret shame shift shock start
    startup story success surprise thought threat town tragedy trap triumph victory village war warning waste weakness week win wish
    wonder world worry year
    """.split()
)

#: Sorts of people: they define a role or somebody known, and never make a term of a name that nobody knows.
PEOPLE = frozenset(
    """
    actor administrator adviser advisor analyst annotator artist author baker builder captain chief co-founder coach cofounder
    commentator consultant contractor creator designer developer director doctor economist editor employee engineer executive expert
    farmer foreman founder generalist head historian host inventor investor journalist judge lawyer leader lecturer maintainer maker
    manager mathematician musician nurse officer operator owner person philosopher physicist pioneer player practitioner president
    producer professor programmer publisher researcher researchers scholar scientist specialist statistician teacher technician trainer
    volunteer worker writer
    """.split()
)

#: "a kind of X": what stands behind it is the genus.
KINDS = frozenset(
    "kind sort type form class family species variety piece set group series collection sequence subset branch brand bit pair".split()
)

#: Nouns made of verbs that name no deed.
NO_ACTS = frozenset(
    """
    argument attention beginning building caution celebration competition condition conclusion connection creature culmination decision
    element embodiment ending equation equipment evening exception expectation experience extension failure feature figure foundation
    fraction function future generation government impression institution intention invention location meaning measure mention moment
    morning nation nature opening option picture position pressure portion question reflection region religion reputation result section
    sequence signature solution station structure suggestion temperature texture tradition treasure union version wedding
    """.split()
)

#: What the difference begins with.
DIFFERENCE = frozenset(
    """
    about across after against among as at before between by for from in into of on such than that through to under when where whereby
    which who whose with without
    """.split()
)

#: Words before a genus that judge it, rank it or compare it: the sentence is an opinion, or says nothing of what the thing is.
JUDGING = frozenset(
    """
    absolute absolutely amazing another awful bad basic best better big bigger biggest bit boring brilliant broader classic clear common
    complete critical crucial dangerous dead decent deceptively deeply direct double-edged easy emerging enormous especially essential
    excellent exciting extremely fair fairly fantastic fascinating favorite favourite final fine first frequent fundamental funny
    further genuine good gorgeous great greatest growing hard harder hardest harmless helpful highly hot huge hugely ideal important
    impressive increasingly incredible incredibly interesting key larger last latest leading least legitimate less little live lousy lovely
    luxury main major mere mighty minor modern more most much natural new newer next nice obvious occasional odd old older only open
    ordinary other
    overrated own particularly perfect perverse poor popular possible possibly potential powerful pretty primary prime probably
    promising proper proud purely rare rational real really reasonable remarkably right rising sad same serious significant silly
    simply smart so special strange strong stupid subtle such super sure surprising surprisingly terrible terribly third too top
    total tough tricky true truly typical ugly underrated unfair unique unsung useful useless usual utterly valid very viable vital weak
    weird whole wonderful wonderfully worse worst worthy wrong
    """.split()
)

#: Of these, what also tells kinds apart: "hard carbon", "direct reading", "open source". They judge a genus, but not a term of two words.
NAMING = frozenset("basic common complete critical dead direct fine first hard live natural open primary strong true weak".split())

#: And what tells kinds apart before a genus: "a natural resin that …".
TELLING_APART = frozenset("basic cheap common direct hard hot live natural open primary strong weak".split())

#: Before the definition: the sentence wonders, denies, supposes or hopes.
DOUBTING = frozenset(
    """
    ain't aren't ask asked asks believe believed believes can't cannot could couldn't denied denies deny didn't doesn't don't doubt
    doubted doubts everybody everyone feel feels guess hardly hope hopes how if imagine imagines isn't like may maybe might neither
    never no nobody nor not nothing once perhaps pretend question some somebody someone suppose supposing than think thinks thought
    unless until wasn't what when whether who why wish wishes without won't wonder wonders would wouldn't
    """.split()
)

#: No term holds or is one of these.
NO_TERM = frozenset(
    """
    a about after again against aim all almost already also always am an and another answer any anyone anything are as at bad be been
    before being below best better between big both bottom but by can case could did difference do does dozen during each eight either
    even ever every everyone everything example fact few first five for four from goal good guy had has have having he her here him his
    how hundred i idea if in into is it its just key last lesson let man many may me might million mine more most much must my neither
    never new next nine no nobody none nor not note nothing now of off often old on one ones only onto or other our ours out over own
    part people please problem question quite ready real really reason relevant rest result same second seven several shall she should
    six so so-called some somebody something sometimes soon still such takeaway ten than that the their theirs them then there these
    they thing things third this those thousand three through to today too trick trouble true truth twice two under until up upshot us
    very was way we were what when where which while who whole whom whose why will with within without woman worse worst would yet you
    your yours
    """.split()
)

#: Words that blur a genus without being it: "a crumb basically, bits of …".
HEDGES = frozenset("basically essentially really literally roughly actually okay right like".split())

#: Firms, places, gatherings, writings: what is told of them is who or where they are, and makes no term of a name.
ENTITIES = frozenset(
    """
    agency airport author bank book brand bureau campus city club company conference consultancy cooperative country county
    department district episode family festival film firm foundation foundry fund group institute institution journal lab laboratory
    magazine maker manufacturer ministry museum newsletter newspaper non-profit nonprofit office organisation organization outfit party
    podcast port provider publisher retailer school series shop show song startup state station store subsidiary supplier team town
    union university vendor village
    """.split()
)

STEMS = frozenset(
    """
    add adopt allow apply ask avoid become bring buy call cause come create define deploy describe develop discuss drop employ enable
    enter explain face find follow forget form get give go have help hit improve include increase introduce join keep know learn like
    love make mean mention need offer pay prefer produce propose provide put raise reach recommend reduce rely remain replace require
    run say see sell send suffer take teach tell try understand use want watch
    """.split()
)
_DOUBLED = frozenset("drop get hit put run".split())
_IRREGULAR = """
    became bought brought built came did done gave given got goes gotten had has knew known made meant met paid ran said sat saw seen
    sent sold spent stood taken taught told took tried understood using went written wrote
    """.split()


def _inflected(stem: str) -> tuple[str, ...]:
    """A verb in its regular forms, but for that in -ing, which names things ("machine learning")."""
    base = stem.removesuffix("e")
    base = stem + stem[-1] if stem in _DOUBLED else base
    many = stem[:-1] + "ies" if stem.endswith("ry") else stem + ("es" if stem.endswith(("ss", "sh", "ch", "x")) else "s")
    return stem, many, base + "ed"


#: Verbs that often stand before a term: "they use X, a …".
VERBS = frozenset(form for stem in STEMS for form in _inflected(stem)) | frozenset(_IRREGULAR)
