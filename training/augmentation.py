"""Makes news' other ways of writing out of ordinary sentences: headlines, capitals, missing stops, curly quotation marks."""
import dataclasses

SMALL_WORDS = {"a", "an", "the", "and", "but", "or", "nor", "as", "at", "by", "for", "from", "in", "into", "of", "off", "on", "onto", "over", "per", "to",
               "up", "via", "with", "than", "that", "n't", "'s", "’s"}
STOPS = {".", "!", "?"}
DROPPED_IN_HEADLINES = {"det", "aux", "aux:pass", "cop"}
ARTICLES = {"a", "an", "the"}
PRESENT = 0.6  # share of the headlines that tell the past in the present
FORMS_OF_BE = {"is", "are", "was", "were", "has", "have", "been", "be", "had"}
CURLY = {"'": "’", "'s": "’s", "n't": "n’t", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'d": "’d", "'m": "’m", "s'": "s’"}


def _without(sentence, dropped):
    """The sentence without some words that govern none."""
    kept = [i for i in range(len(sentence.forms)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}
    part = lambda values: None if values is None else [values[i] for i in kept]
    names = part(sentence.names)
    if names is not None:
        # A name whose first word fell begins with its second.
        for new, old in enumerate(kept):
            if old and old - 1 in dropped and names[new] and names[new] % 2 == 0:
                names[new] -= 1
    heads = None if sentence.heads is None else [place.get(sentence.heads[i], sentence.heads[i]) for i in kept]
    return dataclasses.replace(sentence, forms=part(sentence.forms), tags=part(sentence.tags), heads=heads, labels=part(sentence.labels), names=names,
                               lemmas=part(sentence.lemmas))


def without_stop(sentence):
    last = len(sentence.forms) - 1
    if last < 1 or sentence.forms[last] not in STOPS or (sentence.heads and last in sentence.heads):
        return sentence
    return _without(sentence, {last})


def title_case(sentence):
    """Each Word With a Capital but for Small Words."""
    forms = [w if i and w.lower() in SMALL_WORDS else w[:1].upper() + w[1:] if w[:1].isalpha() else w for i, w in enumerate(sentence.forms)]
    return dataclasses.replace(sentence, forms=forms)


def capitals(sentence):
    return dataclasses.replace(sentence, forms=[w.upper() for w in sentence.forms])


def small_letters(sentence):
    return dataclasses.replace(sentence, forms=[w.lower() for w in sentence.forms])


def curly_quotes(sentence):
    """Typographic marks; straight double quotes open and close by turns."""
    forms, open_ = [], False
    for word in sentence.forms:
        if word in ('"', "``", "''"):
            open_ = word == "``" or (word == '"' and not open_)
            word = "“" if open_ else "”"
        forms.append(CURLY.get(word, word))
    return dataclasses.replace(sentence, forms=forms)


def third_person(lemma):
    """go → goes, deny → denies."""
    if lemma in ("be", "have"):
        return {"be": "is", "have": "has"}[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in set("aeiou"):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def in_the_present(sentence):
    """What happened, told as headlines tell it: "visited" becomes "visits", "will visit" "to visit"."""
    forms, tags, labels = list(sentence.forms), list(sentence.tags), list(sentence.labels)
    many = [False] * len(forms)
    subject = [False] * len(forms)
    for i, (label, head) in enumerate(zip(labels, sentence.heads)):
        if head < 0:
            continue
        if label in ("nsubj", "nsubj:outer"):
            subject[head] = True
            many[head] |= tags[i].split("|")[1] in ("NNS", "NNPS") or forms[i].lower() in ("they", "we", "you", "i", "these", "those")
        elif label == "conj" and sentence.labels[head].startswith("nsubj") and sentence.heads[head] >= 0:
            many[sentence.heads[head]] = True
    for i, tag in enumerate(tags):
        if tag == "VERB|VBD" and subject[i] and sentence.lemmas[i].isalpha():
            forms[i], tags[i] = (sentence.lemmas[i], "VERB|VBP") if many[i] else (third_person(sentence.lemmas[i]), "VERB|VBZ")
        elif forms[i] == "will" and labels[i] == "aux" and tags[sentence.heads[i]] == "VERB|VB" and i + 1 == sentence.heads[i]:
            forms[i], tags[i], labels[i] = "to", "PART|TO", "mark"
    return dataclasses.replace(sentence, forms=forms, tags=tags, labels=labels, lemmas=None)


def headline(sentence):
    """No stop, no articles, no auxiliaries: "Minister killed in attack on convoy"."""
    sentence = without_stop(sentence)
    governors = set(sentence.heads)
    dropped = {i for i, (word, label) in enumerate(zip(sentence.forms, sentence.labels))
               if label in DROPPED_IN_HEADLINES and i not in governors and sentence.heads[i] >= 0 and
               word.lower() in (ARTICLES if label == "det" else FORMS_OF_BE)}
    return _without(sentence, dropped) if len(dropped) < len(sentence.forms) else sentence


def augmented(sentence, random):
    """The sentence as it is, three times of four, or in another way of writing."""
    chance = random.random()
    if chance < 0.75:
        return sentence
    if chance < 0.81:
        return without_stop(sentence)
    if chance < 0.87:
        return curly_quotes(sentence)
    if chance < 0.94 and sentence.heads is not None:
        if random.random() < PRESENT and sentence.lemmas is not None:
            sentence = in_the_present(sentence)
        sentence = headline(sentence)
        return title_case(sentence) if random.random() < 0.4 else sentence
    if chance < 0.96:
        return title_case(without_stop(sentence))
    if chance < 0.985:
        return capitals(sentence)
    return small_letters(sentence)
