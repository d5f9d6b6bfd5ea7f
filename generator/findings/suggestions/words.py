"""Words of English that form no name and no term: they end what may be one, or are too general to be looked up. Nothing of any subject."""

#: Words of grammar: no term or name goes across one.
GRAMMAR = frozenset(
    """a about above across after again against all almost along already also although always am among an and another any anybody anyone
    anything anyway are aren't around as at away back be became because become been before behind being below beside between both but by can
    can't cannot could couldn't did didn't do does doesn't doing don't done down during each either else enough even ever every everybody
    everyone everything everywhere except few for from further get gets getting go goes going gone got had hadn't has hasn't have haven't
    having he he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in indeed inside instead into is
    isn't it it'd it'll it's its itself just let let's like may maybe me might mine more most much must my myself near nearly neither never
    next no nobody none nor not nothing now of off often on once one only onto or other others ought our ours ourselves out outside over own
    per perhaps please quite rather really same say says saying said see she she'd she'll she's should shouldn't since so some somebody
    somehow someone something sometimes soon still such than that that's the their theirs them themselves then there there's these they
    they'd they'll they're they've this those though through thus till to today together too toward towards under unless until up upon us
    very was wasn't we we'd we'll we're we've well were weren't what what's whatever when where whether which while who who's whoever whole
    whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're you've your yours yourself yeah okay ok oh
    um uh hey hi hello thanks thank versus via vs etc ago""".split()
)
#: What stands before a noun and what may stand behind a complete one.
OPENING = frozenset(
    "a an the this that these those my our your his her its their each every any no some another of for in on with by".split()
)
#: Verbs, adverbs, adjectives and nouns of all talk: a run with one of them at an end is no term.
GENERAL = frozenset(
    """able actual add added adds answer answered area asked asking bad beginning best better big bigger biggest bit bought bring brings
    brought build building builds built buy call called calls came case cases certain change changed changes cheap cheaper check clear close
    come comes coming common couple cut day days decade different difficult easier easy eight eleven end ends entire exactly example extra
    fact fair far fast faster feel feels felt fifteen fifty final find finds fine first five fixed follow former forty found four free fresh
    friend full gave general give given gives giving good great guess guy guys half happen happened happens hard harder head hear heard held
    help helps high higher hold hour hours huge hundred idea ideas important interesting job keep keeps kept kind kinds knew know known
    knows large larger last late later latest least leave left less life line little live long longer look looked looking looks lot lots
    love low lower made main make makes making man many matter mean means meant meet million billion trillion minute minutes moment month
    months morning move moved name named need needed needs new nice nine number numbers obvious old older open ordinary original paid part
    particular parts past pay people percent person piece place places plain plus point points poor possible present pretty previous problem
    problems put puts quarter question questions quick ran read ready real reason reasons recent right rest result results run running runs
    second seem seemed seems seen sense serious set seven several short show showed shows side simple simply single six size sixty small
    smaller somewhat sort specific stand start started starts state stay step stop story straight strong stuff sure take taken takes taking
    talk talked talking tell tells ten term terms test thing things think thinking thinks third thirty thought thousand three time times
    tiny told took top total tried true try trying turn turned turns twelve twenty twice two type types use used user uses using usual value
    wait want wanted wants watch way ways week weeks went wide wish woman word words work worked working works world worse worst worth write
    wrong wrote year years yesterday young zero bottom early earlier current daily weekly monthly typical various whichever wholly slow
    slower enormous normal rough exact close nearest heavy light dead alone alike afraid true false happy sad sorry glad own proper
    welcome episode podcast show listener listeners article reader readers author guest interview report story essay column issue paragraph
    section chapter transcript monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december spring summer autumn winter christmas easter speaker unknown unidentified
    narrator moderator audience announcer chairwoman chairman takeaway takeaways prediction predictions""".split()
)
#: Abbreviations that everybody knows.
EVERYDAY = frozenset(
    "AI OK PHD US UK USA EU UN TV PM AM ID IT CEO CTO CFO COO VP HR PR PDF PC FAQ DIY NYC LA BBC CNN AD BC Q1 Q2 Q3 Q4 IDS".split()
)
