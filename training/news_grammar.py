"""Short sentences of news with their trees, made by rule: what the treebanks, being mail, reviews, chat and essays for a good part, have few of.

In "Ecuador granted asylum" and "Rebels pulled out of Malakal" the past tense is also the participle, and a network that has met too few such sentences takes
the verb for an adjective or a headline's passive. Each call of `news_sentence` writes another one. The annotation is that of the English treebanks.
"""
import pathlib
import re

from augmentation import third_person
from lexicon_names import LEXICON, cut
from treebanks import NAME_TAGS, ROOT, Sentence

# lemma, past, participle where they are not regular; regular ones are the lemma alone.
HITS_SOMEONE = """attack bomb shell raid ambush storm invade kill/killed/killed wound shoot/shot/shot arrest detain jail seize free/freed/freed release expel/expelled/expelled
 deport execute abduct/abducted/abducted kidnap/kidnapped/kidnapped torture praise back thank congratulate welcome defend support condemn denounce blame accuse criticize slam/slammed/slammed
 rebuke sue investigate charge threaten warn rebuff/rebuffed/rebuffed snub/snubbed/snubbed visit meet/met/met host receive telephone urge press invite consult/consulted/consulted recognize sanction
 beat/beat/beaten hit/hit/hit strike/struck/struck fight/fought/fought oust/ousted/ousted topple replace elect/elected/elected appoint/appointed/appointed dismiss question evacuate rescue pardon disarm aid block
 besiege overrun/overran/overrun capture drive/drove/driven surround/surrounded/surrounded sentence convict/convicted/convicted acquit/acquitted/acquitted extradite hand/handed/handed target/targeted/targeted""".split()
# Of the objects with a preposition, "+" hangs it from the noun, "-" from the verb.
DOES_SOMETHING = """grant/granted/granted asylum -to|voice support +for|express concern +about|reject/rejected/rejected offer +from|sign deal +with|sign agreement +with|launch offensive +against
 |impose sanction -on|lift/lifted/lifted ban +on|lift/lifted/lifted sanction +against|halt/halted/halted talk +with|suspend/suspended/suspended aid -to|cut/cut/cut tie +with|restore tie +with|hold/held/held talk +with
 |send/sent/sent troop -to|send/sent/sent envoy -to|pledge support +for|offer/offered/offered aid -to|demand/demanded/demanded apology -from|seek/sought/sought help -from|break/broke/broken truce +with
 |stage protest +against|seize ship -from|withdraw/withdrew/withdrawn ambassador -from|recall ambassador -from|open/opened/opened embassy -in|close border +with|ratify treaty +with|deny charge -|win/won/won election -in
 |lose/lost/lost vote -in|declare ceasefire +with|violate truce -|fire missile -at|stage coup -in|test/tested/tested missile -|deploy troop -in|freeze/froze/frozen asset +of|deliver/delivered/delivered aid -to
 |block convoy -|file complaint -against|review/reviewed/reviewed contract +with|back plan -|veto/vetoed/vetoed resolution -|raise tariff -on|plan attack +on|order inquiry +into|drop/dropped/dropped charge -against
 |accept/accepted/accepted invitation +from|extend/extended/extended truce +with|give/gave/given weapon -to|supply weapon -to|buy/bought/bought gas -from|sell/sold/sold missile -to|free/freed/freed prisoner -|release hostage -""".replace("\n", "").split("|")
GOES = """pull/pulled/pulled:out+of withdraw/withdrew/withdrawn:from arrive:in flee/fled/fled:to clash:with meet/met/met:with march:on vote/voted/voted:against surrender/surrendered/surrendered:to call/called/called:for
 apologize:to fire:on cooperate:with negotiate:with retreat/retreated/retreated:from return:to cross:into fly/flew/flown:to travel/traveled/traveled:to protest/protested/protested:against side:with appeal/appealed/appealed:to
 object/objected/objected:to resign:from defect/defected/defected:to advance:on rally:in consult/consulted/consulted:with quarrel/quarreled/quarreled:with land/landed/landed:in look/looked/looked:into agree:with respond/responded/responded:to
 move:into break/broke/broken:with split/split/split:from complain/complained/complained:about deal/dealt/dealt:with""".split()
WITH_PARTICLE = """set/set/set:up:commission call/called/called:off:summit hand/handed/handed:over:hostage break/broke/broken:off:talk carry:out:raid take/took/taken:over:airport turn/turned/turned:down:proposal lay/laid/laid:down:weapon
 step/stepped/stepped:up:attack give/gave/given:up:weapon put/put/put:down:revolt shut/shut/shut:down:station send/sent/sent:back:refugee cut/cut/cut:off:aid draw/drew/drawn:up:plan round/rounded/rounded:up:activist
 blow/blew/blown:up:bridge rule:out:talk scale:back:exercise hold/held/held:up:convoy""".split()
WILLING = "agree refuse vow/vowed/vowed threaten/threatened/threatened offer/offered/offered pledge decline promise plan/planned/planned want/wanted/wanted fail/failed/failed try attempt/attempted/attempted hope".split()
MOVES_OTHERS = "urge ask/asked/asked order/ordered/ordered tell/told/told press/pressed/pressed invite force persuade warn/warned/warned".split()
SAYS = "say/said/said warn/warned/warned announce claim/claimed/claimed confirm/confirmed/confirmed report/reported/reported".split()
GIVES = "grant/granted/granted give/gave/given offer/offered/offered send/sent/sent".split()
GIVEN = "asylum aid loan weapon visa support refuge credit food".split()
AGENTS = """rebel troop soldier minister envoy protester militant gunman/gunmen lawmaker fighter official diplomat police/police leader president government army court parliament ambassador delegation opposition student worker
 farmer activist journalist judge prosecutor union militia spokesman/spokesmen navy guerrilla general settler refugee insurgent separatist officer negotiator peacekeeper villager senator police senate ministry cabinet premier
 premier/premiers party/parties commander guard citizen miner teacher doctor monk priest hacker regulator fisherman/fishermen coalition""".split()
ALWAYS_MANY = {"police", "troop"}
UNCOUNTED = {"asylum", "aid", "support", "help", "gas", "food", "credit", "refuge", "concern"}
THINGS = "town village airport bridge base convoy checkpoint school prison embassy market station ship plane pipeline port camp outpost barracks hospital".split()
TITLES = (("President",), ("Prime", "Minister"), ("Foreign", "Minister"), ("Chancellor",), ("Gen.",), ("Senator",), ("King",), ("Secretary",), ("Defense", "Minister"), ("Premier",))
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DOUBLED = re.compile(r"^[^aeiou]+[aeiou][bdgmnpt]$")  # ban → banned


class Verb:
    def __init__(self, entry):
        self.lemma, *others = entry.split("/")
        if not others:
            stem = self.lemma
            regular = stem + "d" if stem.endswith("e") else stem[:-1] + "ied" if re.search("[^aeiou]y$", stem) else stem + stem[-1] + "ed" if DOUBLED.search(stem) else stem + "ed"
            others = [regular, regular]
        self.past, self.participle = others


class Node:
    """A word with what hangs from it, before and behind."""

    def __init__(self, form, tag, *before, name=None):
        self.form, self.tag, self.name = form, tag, name
        self.label, self.before, self.behind = "root", list(before), []
        self.many = False

    def under(self, label):
        self.label = label
        return self

    def add(self, label, node):
        self.behind.append(node.under(label))
        return self

    def first(self, label, node):
        self.before.insert(0, node.under(label))
        return self

    def words(self):
        return [w for n in self.before for w in n.words()] + [self] + [w for n in self.behind for w in n.words()]


def plural(noun):
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


class NewsGrammar:
    def __init__(self, names):
        """`names`: of the lexicon, by kind, as lists of words."""
        self.names = names
        text = "".join(p.read_text(encoding="utf-8") for p in sorted(pathlib.Path(LEXICON / "actors" / "countries").glob("*.yaml")))
        self.demonyms = [d.split(",")[0].strip().split() for d in re.findall(r"demonyms: *\[([^\]]*)\]", text)]
        self.countries = [cut(n) for n in re.findall(r"^- name: *(.+)$", text, re.MULTILINE)]
        self.cities = [n for n in names["LOC"] if len(n) == 1]

    def __call__(self, random):
        self.random = random
        self.headline = random.random() < 0.45
        root = self.sentence()
        if not self.headline or random.random() < 0.1:
            root.add("punct", Node(".", "PUNCT|."))
        elif random.random() < 0.25:
            self.capitalise(root)
        words = root.words()
        words[0].form = words[0].form[:1].upper() + words[0].form[1:]
        place = {id(w): i for i, w in enumerate(words)}
        heads = [ROOT] * len(words)
        for governor in words:
            for node in governor.before + governor.behind:
                heads[place[id(node)]] = place[id(governor)]
        names = [NAME_TAGS.index(w.name) if w.name else 0 for w in words]
        return Sentence(forms=[w.form for w in words], tags=[w.tag for w in words], heads=heads, labels=[w.label for w in words], names=names, names_source=0)

    def capitalise(self, root):
        for word in root.words():
            if len(word.form) > 3:
                word.form = word.form[:1].upper() + word.form[1:]

    def chance(self, share):
        return self.random.random() < share

    # Participants

    def proper(self, words, kind, head_last=True):
        nodes = [Node(w, "PROPN|NNP", name=("B-" if i == 0 else "I-") + kind) for i, w in enumerate(words)]
        head = nodes[-1 if head_last else 0]
        for node in nodes:
            if node is not head:
                (head.before if head_last else head.behind).append(node.under("compound" if head_last else "flat"))
        return head

    def simple_name(self, names):
        while True:
            words = self.random.choice(names)
            if all(w[:1].isupper() and w.isalpha() for w in words) and len(words) < 4:
                return words

    def person(self):
        words = self.simple_name(self.names["PER"])
        node = self.proper(words[-1:] if self.chance(0.35) else words, "PER", head_last=False)
        if self.chance(0.4):
            *rest, title = self.random.choice(TITLES)
            node.first("nmod:desc", Node(title, "PROPN|NNP", *(Node(w, "ADJ|NNP").under("amod") for w in rest)))
            if self.chance(0.3):
                node.before[0].first("amod", self.demonym())
        return node

    def demonym(self):
        words = self.random.choice(self.demonyms)
        node = Node(words[-1], "ADJ|JJ")
        for word in words[:-1]:
            node.before.append(Node(self.random.choice((word, word[0] + ".")) if self.headline and word in ("North", "South") else word, "PROPN|NNP").under("compound"))
        return node

    def country(self):
        return self.proper(self.simple_name(self.countries) if self.chance(0.8) else self.random.choice(self.cities), "LOC")

    def determined(self, node, indefinite=True):
        """With an article; headlines have none."""
        if self.headline:
            return node
        if node.many:
            if self.chance(0.3):
                node.first("det", Node("the", "DET|DT"))
            return node
        following = (node.before[0].words()[0] if node.before else node).form
        article = "the" if not indefinite or self.chance(0.6) else "an" if following[0].lower() in "aeiou" else "a"
        return node.first("det", Node(article, "DET|DT"))

    def noun(self, entry, many=None):
        singular, *others = entry.split("/")
        many = singular in ALWAYS_MANY or (self.chance(0.5) if many is None else many)
        form = (others[0] if others else plural(singular)) if many else singular
        node = Node("police" if singular == "police" else form, "NOUN|NNS" if many else "NOUN|NN")
        node.many = many
        return node

    def agent(self):
        node = self.noun(self.random.choice(AGENTS))
        kind = self.random.random()
        if kind < 0.45:
            node.first("amod", self.demonym())
            if node.many and self.chance(0.2):
                return node.first("nummod", Node(self.random.choice(("two", "three", "12", "six")), "NUM|CD"))
        elif kind < 0.6:
            owner = self.country()
            owner.add("case", Node("'s", "PART|POS"))
            return node.first("nmod:poss", owner)
        elif kind < 0.7:
            return self.determined(node, indefinite=False).add("nmod", self.with_case("of", self.country()))
        return self.determined(node)

    def participant(self):
        kind = self.random.random()
        if kind < 0.45:
            node = self.agent()
        elif kind < 0.65:
            node = self.country()
        elif kind < 0.87:
            node = self.person()
        else:
            node = self.proper(self.simple_name(self.names["ORG"]), "ORG")
            if not self.headline and self.chance(0.5):
                node.first("det", Node("the", "DET|DT"))
        return node

    def group(self):
        """A participant, or two."""
        node = self.participant()
        if self.chance(0.12):
            other = self.participant()
            comma = self.headline and self.chance(0.5)
            other.first("punct" if comma else "cc", Node(",", "PUNCT|,") if comma else Node("and", "CCONJ|CC"))
            node.add("conj", other)
            node.many = True
        return node

    def with_case(self, words, node):
        for word in reversed(words.split("+")):
            node.first("case", Node(word, "ADP|IN"))
        return node

    # What is done

    def verb(self, entry, how):
        verb = Verb(entry)
        form, tag = {"past": (verb.past, "VBD"), "participle": (verb.participle, "VBN"), "base": (verb.lemma, "VB"),
                     "one": (third_person(verb.lemma), "VBZ"), "many": (verb.lemma, "VBP")}[how]
        return Node(form, "VERB|" + tag)

    def object(self, entry):
        node = self.noun(entry, many=False if entry in UNCOUNTED else None)
        return node if entry in UNCOUNTED else self.determined(node)

    def predicate(self, how, deep=True):
        """A verb with its complements."""
        kind = self.random.random()
        if kind < 0.32:
            return self.verb(self.random.choice(HITS_SOMEONE), how).add("obj", self.participant() if self.chance(0.75) else self.object(self.random.choice(THINGS)))
        if kind < 0.55:
            verb, noun, link = self.random.choice(DOES_SOMETHING).split()
            node, thing = self.verb(verb, how), self.object(noun)
            node.add("obj", thing)
            if link[1:] and self.chance(0.75):
                place = self.country() if link[1:] == "in" else self.participant()
                if link[0] == "+":
                    thing.add("nmod", self.with_case(link[1:], place))
                else:
                    node.add("obl", self.with_case(link[1:], place))
            return node
        if kind < 0.73:
            verb, link = self.random.choice(GOES).split(":")
            somewhere = link in ("in", "into", "on", "from", "out+of", "to") and self.chance(0.6)
            return self.verb(verb, how).add("obl", self.with_case(link, self.proper(self.random.choice(self.cities), "LOC") if somewhere else self.participant()))
        if kind < 0.82:
            verb, particle, noun = self.random.choice(WITH_PARTICLE).split(":")
            return self.verb(verb, how).add("compound:prt", Node(particle, "ADP|RP")).add("obj", self.object(noun))
        if kind < 0.87:
            return self.verb(self.random.choice(GIVES), how).add("iobj", self.participant()).add("obj", self.object(self.random.choice(GIVEN)))
        if not deep:
            return self.verb(self.random.choice(HITS_SOMEONE), how).add("obj", self.participant())
        inner = self.predicate("base", deep=False)
        inner.first("mark", Node("to", "PART|TO"))
        if kind < 0.95:
            return self.verb(self.random.choice(WILLING), how).add("xcomp", inner)
        return self.verb(self.random.choice(MOVES_OTHERS), how).add("obj", self.participant()).add("xcomp", inner)

    def circumstances(self, node):
        if self.chance(0.35):
            place = self.proper(self.random.choice(self.cities), "LOC")
            node.add("obl", self.with_case(self.random.choice(("in", "near", "in", "outside")), place))
        if not self.headline and self.chance(0.4):
            day = Node(self.random.choice(DAYS), "PROPN|NNP")
            if self.chance(0.7):
                node.add("obl", self.with_case("on", day))
            else:
                node.add("obl:unmarked", day)
        return node

    def passive(self):
        subject = self.group()
        node = self.verb(self.random.choice(HITS_SOMEONE), "participle")
        if not self.headline:
            node.first("aux:pass", Node("were" if subject.many else "was", "AUX|VBD"))
        if not self.headline or self.chance(0.6):
            if self.chance(0.6):
                node.add("obl:agent", self.with_case("by", self.participant()))
            return self.circumstances(node).first("nsubj:pass", subject)
        scene = self.noun(self.random.choice(("clash", "attack", "raid", "blast", "ambush", "protest", "crash", "shooting")), many=False)
        return node.add("obl", self.with_case("in", scene)).first("nsubj:pass", subject)

    def clause(self):
        subject = self.group()
        if self.headline and self.chance(0.15):
            node = self.predicate("base")
            return node.first("mark", Node("to", "PART|TO")).first("nsubj", subject)
        how = ("many" if subject.many else "one") if self.headline and self.chance(0.8) else "past"
        node = self.predicate(how)
        if self.chance(0.1):
            other = self.predicate(how, deep=False)
            other.first("cc", Node("and", "CCONJ|CC"))
            node.add("conj", other)
        else:
            self.circumstances(node)
        return node.first("nsubj", subject)

    def sentence(self):
        kind = self.random.random()
        if kind < 0.13:
            return self.passive()
        node = self.clause()
        if kind < 0.19 and not self.headline:
            speaker, say = self.participant(), self.verb(self.random.choice(SAYS), "past")
            if self.chance(0.5):
                node.first("mark", Node("that", "SCONJ|IN"))
                return say.add("ccomp", node).first("nsubj", speaker)
            say.first("nsubj", speaker).first("punct", Node(",", "PUNCT|,"))
            return node.add("parataxis", say)
        if kind < 0.26 and not self.headline:
            day = self.with_case("on", Node(self.random.choice(DAYS), "PROPN|NNP"))
            if self.chance(0.5):
                day.add("punct", Node(",", "PUNCT|,"))
            return node.first("obl", day)
        return node
