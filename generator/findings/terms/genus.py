"""The words that definitions rest on: what a thing can be a sort of, how a difference begins, what gives an opinion away. Only words.

A definition names a genus and a difference (Aristotle, Topics I 8): "a measure of …", "a network that …". The genus words are such as
dictionaries define by; a word that only judges ("mistake", "mess", "revolution") is none of them.
"""

#: Sorts of things, in the singular. Not: thing, way, one, problem, fact, idea that somebody has.
SORTS = frozenset(
    """
    abbreviation ability abstraction access account acronym act action activity adapter agent aggregate agreement algorithm alloy amount
    analysis animal app apparatus application approach arc architecture area arrangement array artefact article artifact aspect assembly
    assessment association assumption attribute award axis band bar base basket batch behavior behaviour belief benchmark block board
    body boundary box branch building bundle bus cable calculation capability carrier case cast category cell center centre ceremony
    chain change channel character chart chemical chip circuit class clause cluster code coefficient collection color colour column
    combination command committee company component compound computation computer concept condition configuration constant constraint
    construct construction container contest contract control convention conversion copy corpus cost coupling course crop current cycle
    database dataset datum decision definition degree department description design device diagram dialect dictionary difference
    dimension disc discipline disease display distance distribution division document drink drug duct duration dye editor effect
    electrode element encoding engine engineer ensemble entity environment enzyme equation equipment error estimate event exam
    examination experiment expression extension fabric facility factor family feature fee field figure file film filter firm fish fluid
    food force form format formula fraction fragment framework frequency fruit fuel function fund gadget game gap gas gate gathering
    gauge gear gene generalisation generalization genre glue good grade grain grammar graph grid group guideline habit handle head herb
    heuristic hormone house hypothesis identifier illness image implement index indicator industry inflammation information ingredient
    input insect institution instruction instrument insurance interface interval job joint judgement kernel key kit lab laboratory lamp
    language law layer layout length lens letter level lever library line liquid list loan location log logic loop loss machine magazine
    map mark marker market mask mass material mathematics matrix mean measure measurement mechanism medicine medium meeting member
    membrane memory metal method methodology metric microscope mineral mixture mode model module molecule movement name network
    newsletter node norm notation note number nut object observation occupation office operation operator optimisation optimization
    order organ organisation organism organization output owner package page pair paper parameter part particle partition party path
    pattern payment percentage period permission person phase phenomenon philosophy phrase piece pipe pipeline place plan plane plant
    plate platform podcast point policy polymer portion position post practice prediction principle probability procedure process
    processor product profession professional program programme project property proportion protein protocol prototype provider
    publication pump quality quantity quotient rack range rate ratio reaction reading reagent receptor record recording reduction
    reference region register regulation relation relationship removal report representation request requirement resin resource rhythm
    ring risk ritual role room rope route routine row rule salt sample scale schedule scheme scope score screen script seal sector
    segment sensor sentence sequence series service session set setting shape share sheet shell shop shortage sign signal simulation
    site skill slot sock software solvent sound source space span specialist species specification spectrum speech stage standard state
    statement station statistic step stitch stock storage store strategy stream string strip structure study style subfield subgroup
    subset substance subsystem sum surface survey switch symbol symptom syndrome system table tactic tag tank task team technique
    technology template tendency tension term test text texture theorem theory threshold time tissue title token tool toolkit topic
    toxin track trade tradition trait transaction transformation translation transmission treatment tree trend trial type unit
    unwillingness use user utility valley value valve variable variant variation vector vehicle vein version vessel view virus voltage
    volume wave weight window wire wood word work workflow yeast zone
    """.split()
)

#: Stuffs, which need no article: "biochar is charcoal that …".
MASS = frozenset(
    """
    air ash bread carbon cash charcoal clay coal code concrete copper data dough dust energy flour fuel gas glass grain gravel heat
    hydrogen ice iron lime light lithium metal milk money music oil paper plastic power rock salt sand seawater silk software soil
    steam steel stone straw sugar text timber tissue waste water wood wool
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
    coincidence company complaint compromise concern consequence country crime crisis curse danger day deal delight difficulty disadvantage
    disaster disgrace dream embarrassment excuse failure fantasy fashion father fear fellow fight flaw folly fool friend future genius gift
    girl headache hero hint hope hurdle illusion insult irony issue joke joy kid lie luxury matter mess milestone miracle mistake moment
    month
    mother myth nightmare nonsense nuisance obstacle opinion opportunity ordeal paradox pity pleasure promise rarity reality rebellion
    reflection relief reminder response revolution riddle scandal secret shame shift shock start startup story success surprise thought
    threat town tragedy trap triumph victory village war warning waste weakness week win wish wonder world worry year
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

#: What the difference begins with.
DIFFERENCE = frozenset(
    """
    about across against among as at between by for from in into of on such than that through to under when where whereby which who
    whose with without
    """.split()
)

#: Words before a genus that judge it, rank it or compare it: the sentence is an opinion, or says nothing of what the thing is.
JUDGING = frozenset(
    """
    absolute absolutely amazing another awful bad basic best better big bigger biggest bit boring brilliant classic clear common complete
    critical crucial dangerous dead decent direct double-edged easy emerging enormous essential excellent exciting fair fantastic
    fascinating
    favorite favourite final fine first fundamental funny further genuine good gorgeous great greatest growing hard harder hardest
    harmless helpful hot huge ideal important impressive incredible interesting key last latest leading least legitimate less little
    live lousy lovely luxury main major mere mighty minor modern more most much natural new next nice obvious odd old only open ordinary
    other own perfect perverse poor popular possible potential powerful pretty primary prime promising proper proud rational real
    reasonable right rising sad same second serious significant silly slow smart so special strange strong stupid subtle such super sure
    surprising terrible third too top total tough tricky true typical ugly unfair unique unsung useful useless usual valid very viable
    vital weak weird whole wonderful worse worst worthy wrong deceptively deeply especially extremely fairly highly hugely increasingly
    incredibly occasional frequent rare particularly possibly probably purely really remarkably simply surprisingly terribly truly
    utterly wonderfully
    """.split()
)

#: Of these, what also tells kinds apart: "hard carbon", "direct reading", "open source". They judge a genus, but not a term of two words.
NAMING = frozenset(
    "basic common complete critical dead direct fine first hard live natural open primary second slow strong true weak".split()
)

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
    a about after again against aim all also always am an and another answer any anyone anything are as at bad be been before being
    below best better between big both bottom but by can case could did difference do does dozen during each eight either even ever
    every everyone everything example fact few first five for four from goal good guy had has have having he her here him his how
    hundred i idea if in into is it its just key last lesson let man many may me might million mine more most much must my neither never
    new next nine no nobody none nor not note nothing now of off often old on one ones only onto or other our ours out over own part
    people please problem question quite real really reason rest result same second seven several shall she should six so some somebody
    something sometimes such takeaway ten than that the their theirs them then there these they thing things third this those thousand
    three through to today too trick trouble true truth two under until up upshot us very was way we were what when where which while
    who whole whom whose why will with within without woman worse worst would yet you your yours
    """.split()
)
