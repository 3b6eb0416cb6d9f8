#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes Exempelköping, the invented municipality of the tests: generate.py FOLDER [--seed N] [--factor N] [--base PACKAGE]

FOLDER gets models/exempelkoping.json, examples/exempelkoping.json and expected.txt; with STYR_DATA_DIR=FOLDER the program
finds it like any other example. The same seed and factor always give the same files. Factor 1 is the middle size, 8 the
stress size; everything between is in proportion. The forms come from the base package, so every section that a document
type asks for is filled whatever the package asks.

What is wrong on purpose is planted last, each fault in a document or goal of its own, and expected.txt says which rule
finds it where; a fault is planted only when the base package has the rule."""

import argparse
import datetime
import json
import os
import random

TODAY = datetime.date(2024, 5, 15)

#           middle, stress
SIZES = {
    "committees": (10, 30), "departments": (8, 24), "companies": (6, 25), "federations": (2, 5),
    "areas": (4, 9), "goals": (14, 40), "committee_goals": (72, 600), "criteria": (240, 5000), "activities": (320, 2600),
    "documents": (160, 600), "decisions": (250, 2500), "clauses": (500, 5000), "years": (3, 12),
}

COMMITTEES = ("Socialnämnden Utbildningsnämnden Kulturnämnden Fritidsnämnden Byggnadsnämnden Miljönämnden Tekniska_nämnden Omsorgsnämnden Arbetsmarknadsnämnden "
              "Valnämnden Överförmyndarnämnden Förskolenämnden Gymnasienämnden Vuxenutbildningsnämnden Äldrenämnden Funktionsstödsnämnden Trafiknämnden Parknämnden "
              "Fastighetsnämnden Energinämnden Räddningsnämnden Näringslivsnämnden Integrationsnämnden Folkhälsonämnden Digitaliseringsnämnden Upphandlingsnämnden "
              "Landsbygdsnämnden Hamnnämnden Arkivnämnden Turismnämnden").replace("_", "\u00a0").split()
SUBJECTS = ("biblioteken förskolan hemtjänsten parkerna idrottshallarna gatorna skolmaten bygglovet vattnet skogen musikskolan fritidsgårdarna biståndet "
            "tillsynen arkivet cykelvägarna belysningen återvinningen boendena elevhälsan stadskärnan hamnen badplatserna mötesplatserna").split()
AIMS = ("Fler är nöjda med {}", "Väntetiden till {} blir kortare", "{} används av fler", "Tryggheten i och kring {} ökar", "{} når dem som behöver dem mest",
        "Kvaliteten i {} är jämn i hela kommunen", "Klimatavtrycket från {} minskar", "{} kostar inte mer än jämförbara kommuners")
ACTS = ("Fråga dem som använder {}", "Gå igenom arbetssättet för {}", "Pröva nya tider för {}", "Utbilda alla som arbetar med {}", "Mät och redovisa {} varje månad",
        "Samordna {} med grannkommunerna")
TOPICS = ("arkiv resor gåvor upphandling kameror sociala_medier klagomål skyltar lokaler fordon personal lön rehabilitering barn ungdom äldre trygghet "
          "integration språk kultur konst idrott föreningar bidrag taxor markanvisning exploatering parkering buller vatten avfall kemikalier energi "
          "klimat kost städning säkerhet beredskap it informationssäkerhet dataskydd diarium delegation representation").replace("_", " ").split()


def size(name, factor):
    middle, stress = SIZES[name]
    return round(middle + (stress - middle) * (factor - 1) / 7)


def iso(date):
    return date.isoformat()


class Town:
    def __init__(self, package, seed, factor):
        self.random = random.Random(seed)
        self.package = package
        self.factor = factor
        self.rows = {}
        self.expected = []
        self.rules = {rule["id"]: rule for rule in package.get("rules", []) if not rule.get("isOff")}
        self.types = {t["id"]: t for t in package["documentTypes"]}
        self.bodies = {b["id"]: b for b in package["bodyTypes"]}
        self.units = {}
        self.numbers = {}
        self.last_year = TODAY.year
        self.first_year = self.last_year - size("years", factor) + 1

    def add(self, table, **row):
        self.rows.setdefault(table, []).append({k: v for k, v in row.items() if v is not None})
        return self.rows[table][-1]

    def number(self, what):
        self.numbers[what] = self.numbers.get(what, 0) + 1
        return self.numbers[what]

    def pick(self, many):
        return many[self.random.randrange(len(many))]

    # Organisation ---------------------------------------------------------------------------

    def unit(self, kind, name, short=None, **more):
        ident = "u-%s-%d" % (kind, self.number("u-" + kind))
        self.units.setdefault(kind, []).append({"id": ident, "name": name})
        self.add("unit", id=ident, type=kind, name=name, short_name=short, position=self.number("unit"), valid_from="2010-01-01", **more)
        return ident

    def organisation(self):
        self.council = self.unit("council", "Kommunfullmäktige", "KF")
        self.board = self.unit("executiveBoard", "Kommunstyrelsen", "KS", parent_id=self.council)
        for i in range(size("committees", self.factor) - 1):
            self.unit("committee", COMMITTEES[i], parent_id=self.council)
        bodies = self.units["executiveBoard"] + self.units["committee"]
        for i in range(size("departments", self.factor)):
            self.unit("department", "%s kontor" % bodies[i]["name"].replace("nämnden", "nämndens").replace("styrelsen", "styrelsens"))
        for i, body in enumerate(bodies):
            department = self.units["department"][i % len(self.units["department"])]
            self.add("unit_service", id="s-%d" % i, committee_id=body["id"], department_id=department["id"], valid_from="2010-01-01")
            body["department"] = department["id"]
        for i in range(size("companies", self.factor)):
            self.unit("company", "Exempelbolag %d AB" % (i + 1), parent_id=self.council, inside_model=0, ownership_share=100)
        for i in range(size("federations", self.factor)):
            self.unit("federation", "Förbundet Exempel %d" % (i + 1), parent_id=self.council, inside_model=0, ownership_share=15)

    # Documents --------------------------------------------------------------------------------

    def value(self, field, owner, document, year):
        kind, text = field["kind"], None
        if kind == "choice":
            text = self.pick(field["choices"])["id"]
        elif kind in ("number", "money", "percent"):
            low, high = field.get("min", 1), field.get("max", 90)
            text = str(int(min(max(self.random.randint(1, 90), low), high)))
        elif kind == "year":
            text = str(year)
        elif kind == "date":
            text = "%d-03-0%d" % (year, self.random.randint(1, 9))
        elif kind == "flag":
            text = "true"
        elif kind == "unit":
            text = self.board
        elif kind == "reference":
            text = self.vision
        else:
            text = "Uppgift om %s." % self.pick(SUBJECTS)
        return text

    def fill(self, document, kind, year):
        for section in self.types[kind]["sections"]:
            fields = section.get("fields", [])
            if section["kind"] == "rows":
                names = section.get("preset") or ["Punkt %d" % (i + 1) for i in range(2)]
                for i, name in enumerate(names):
                    row = "r-%s-%s-%d" % (document["id"], section["id"], i)
                    self.add("document_row", id=row, document_id=document["id"], section=section["id"], position=i)
                    for j, field in enumerate(fields):
                        text = name if j == 0 and field["kind"] in ("text", "long-text") else self.value(field, row, document, year)
                        self.add("document_value", document_id=document["id"], owner_id=row, field=field["id"], value=text)
            else:
                for field in fields:
                    self.add("document_value", document_id=document["id"], owner_id=document["id"], field="%s.%s" % (section["id"], field["id"]),
                             value=self.value(field, document["id"], document, year))

    def decider(self, kind, scope, political, law):
        for rule in self.types[kind].get("decisionRules", []):
            if rule.get("scope") in (None, scope) and rule.get("political") in (None, political) and rule.get("lawRequiresCouncil") in (None, law):
                return rule["decider"]
        return "council"

    def document(self, kind, unit, year, decided_on, period=None, title=None, scope=None, political=None, law=None, status="published", **more):
        """A document with card, events and a filled form. decided_on None gives a draft."""
        spec = self.types[kind]
        body = self.decider(kind, scope, political, law)
        unit_type = next((k for k, many in self.units.items() if unit and any(u["id"] == unit for u in many)), None)
        deciding = {"council": self.council, "executiveBoard": self.board}.get(body, unit)
        if body == "unit":
            body = unit_type
        if self.bodies.get(body, {}).get("isRole"):
            deciding = None
        if status == "published" and spec["period"] in ("year", "broken-year") and spec.get("family") == "administrative":
            status = "decided"
        name = next((u["name"] for many in self.units.values() for u in many if u["id"] == unit), "")
        n = self.number(kind)
        row = self.add("document", id="d-%s-%d" % (kind, n), type=kind, unit_id=unit, year=year,
                       title=title or " ".join(x for x in (spec["name"], str(year or ""), "– " + name if name else "") if x),
                       designation=spec.get("designation") or spec["name"], status=status if decided_on else "draft",
                       period_from=iso(period[0]) if period else None, period_to=iso(period[1]) if period and period[1] else None,
                       valid_from=iso(period[0]) if period and not period[1] else None,
                       scope=scope, is_political=political, law_requires_council=law,
                       decided_by=body, decided_unit_id=deciding, decided_on=iso(decided_on) if decided_on else None,
                       section_no="§ %d" % self.random.randint(1, 280) if decided_on and deciding else None,
                       registration_no="EK %d/%04d" % (decided_on.year, self.number("dnr")) if decided_on else None,
                       applies_to=name or "Den kommunala organisationen", replaces="Ersätter inget tidigare dokument", publication="external",
                       prepared_by="Kontoret", owner_id=self.units["department"][0]["id"],
                       follow_up_months=spec.get("reviewMonths") or None, **more)
        if decided_on:
            for i, (state, days) in enumerate((("draft", -60), ("prepared", -20), ("decided", 0), ("published", 4))):
                if state != "published" or row["status"] == "published":
                    self.add("document_event", id="e-%s-%d" % (row["id"], i), document_id=row["id"], status=state,
                             on_date=iso(decided_on + datetime.timedelta(days)), body=body if state == "decided" else None, position=i)
        self.fill(row, kind, year or 2023)
        return row

    def goal(self, document, kind, position, text, parent=None, **more):
        ident = "g-%s-%d" % (document["id"], self.number("goal"))
        goal = self.add("goal", id=ident, document_id=document["id"], type=kind, parent_id=parent, label=str(position + 1), text=text, position=position, **more)
        spec = next(g for g in self.package["goalTypes"] if g["id"] == kind)
        for field in spec.get("fields", []):
            self.add("document_value", document_id=document["id"], owner_id=ident, field=field["id"], value="Uppgift om %s." % self.pick(SUBJECTS))
        return goal

    def criteria(self, goal, n):
        for i in range(n):
            number = i % 2 == 0
            self.add("criterion", id="c-%s-%d" % (goal["id"], i), goal_id=goal["id"], label=chr(65 + i % 26), kind="number" if number else "text", position=i,
                     text="Andel nöjda med %s" % self.pick(SUBJECTS) if number else "Arbetssättet för %s är infört" % self.pick(SUBJECTS),
                     unit="%" if number else None, direction="higher", baseline=60.0 if number else None, target_value=70.0 if number else None, source="Egen statistik")

    # The municipality's documents -----------------------------------------------------------------

    def standing(self):
        day = datetime.date(2020, 2, 10)
        self.vision = "d-vision-1"
        for kind in ("vision", "coreValues", "jointClimateVision", "steeringModelGuideline"):
            if kind in self.types:
                self.document(kind, None, 2020 if kind == "vision" else None, day,
                              (day, datetime.date(2035, 12, 31) if self.types[kind]["period"] == "rolling-years" else None), scope="municipality",
                              follow_up_on="2026-02-10", partners="Grannkommunen" if kind == "jointClimateVision" else None)
        self.terms = [t for t in self.package["terms"] if t["firstYear"] <= self.last_year and t["lastYear"] >= self.first_year]
        for term in self.terms:
            decided = datetime.date(term["firstYear"] - 1, 12, 19)
            period = (datetime.date(term["firstYear"], 1, 1), datetime.date(term["lastYear"], 12, 31))
            self.document("politicalProgramme", None, term["firstYear"], decided, period, title="Politiskt program %s" % term["name"])
            goals = self.document("overallGoals", None, term["firstYear"], decided, period, title="Övergripande mål %s" % term["name"])
            many, areas = size("goals", self.factor), size("areas", self.factor)
            term["goals"] = []
            for i in range(areas):
                area = self.goal(goals, "goalArea", i, "Området %s" % SUBJECTS[i])
                for j in range(many // areas + (i < many % areas)):
                    goal = self.goal(goals, "overallGoal", j, self.pick(AIMS).format(self.pick(SUBJECTS)).capitalize(), parent=area["id"])
                    self.criteria(goal, 2)
                    term["goals"].append(goal["id"])

    def guidelines(self):
        kinds = [k for k in ("politicalGuideline", "administrativeGuideline", "directionDocument", "statutoryPlan", "jointDocument", "ownersDirective") if k in self.types]
        many = size("documents", self.factor)
        for i in range(many):
            kind = kinds[i % len(kinds)]
            body = self.units["committee"][i % len(self.units["committee"])]
            decided = datetime.date(2022, 1, 10) + datetime.timedelta(days=self.random.randint(0, 600))
            topic, n = TOPICS[i // len(kinds) % len(TOPICS)], i // (len(kinds) * len(TOPICS)) + 1
            title = "%s för %s%s" % (self.types[kind]["name"].split(",")[0].capitalize(), topic, " %d" % n if n > 1 else "")
            scope, political, law, unit = "municipality", "yes", "no", body["id"]
            if kind == "administrativeGuideline":
                scope, political, unit = "department", "no", self.units["department"][i % len(self.units["department"])]["id"]
            elif kind == "politicalGuideline":
                scope = "unit"
            elif kind == "statutoryPlan":
                law = "yes"
            elif kind == "ownersDirective":
                scope, unit = "several", None
            end = datetime.date(decided.year + 8, 12, 31) if self.types[kind]["period"] == "rolling-years" else None
            months = self.types[kind].get("reviewMonths") or 48
            self.document(kind, unit, decided.year if end else None, decided, (decided, end), title=title, scope=scope, political=political, law=law,
                          follow_up_on="%d-12-31" % (decided.year + months // 12), start_decision="KS 2021-06-07 § %d" % (i + 1) if kind == "directionDocument" else None,
                          is_joint=1 if kind == "jointDocument" else None, partners="Grannkommunen" if kind == "jointDocument" else None)

    def year(self, year):
        new_year, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        late = year >= TODAY.year
        when = lambda y, m, d: datetime.date(y, m, d) if datetime.date(y, m, d) <= TODAY else None
        horizon = (new_year, datetime.date(year + 3, 12, 31))
        for kind, unit, decided, period in (
                ("populationForecast", self.board, when(year - 1, 2, 13), horizon), ("generalPrerequisites", self.board, when(year - 1, 3, 27), horizon),
                ("budgetInstructions", self.board, when(year - 1, 1, 23), (new_year, end)), ("budget", None, when(year - 1, 6, 12), horizon),
                ("interimReport", self.board, when(year, 10, 20), (new_year, datetime.date(year, 8, 31))),
                ("annualReport", None, when(year + 1, 4, 22), (new_year, end)), ("dischargeFromLiability", None, when(year + 1, 5, 13), (new_year, end))):
            if kind in self.types and decided:
                document = self.document(kind, unit, year, decided, period)
                if kind in ("interimReport", "annualReport"):
                    self.assess(document, next(t["goals"] for t in self.terms if t["firstYear"] <= year <= t["lastYear"]), decided)
        bodies = self.units["executiveBoard"] + self.units["committee"]
        many, left = size("committee_goals", self.factor), size("criteria", self.factor)
        carried = {}
        for i, body in enumerate(bodies):
            plan = self.document("assignmentPlan", body["id"], year, when(year - 1, 12, 10), (new_year, end), scope="unit", political="yes")
            upper = next(t["goals"] for t in self.terms if t["firstYear"] <= year <= t["lastYear"])
            goals = []
            for j in range(many // len(bodies) + (i < many % len(bodies))):
                goal = self.goal(plan, "committeeGoal", j, self.pick(AIMS).format(self.pick(SUBJECTS)).capitalize())
                self.add("goal_link", id="l-%s" % goal["id"], goal_id=goal["id"], target_id=upper[(i * 7 + j) % len(upper)], kind="direct" if j % 3 else "indirect",
                         motivation="Målet bidrar genom %s" % self.pick(SUBJECTS))
                self.criteria(goal, max(1, left // many))
                goals.append(goal["id"])
            carried.setdefault(body["department"], []).extend(goals)
            for kind in ("internalControlPlan",):
                if kind in self.types:
                    self.document(kind, body["id"], year, when(year - 1, 12, 4), (new_year, end), scope="unit", political="yes")
            if not late:
                report = self.document("qualityReport", body["id"], year, when(year + 1, 2, 12), (new_year, end), scope="unit", political="yes")
                self.assess(report, goals, datetime.date(year + 1, 1, 20))
                for kind in ("activityReport",):
                    if kind in self.types:
                        self.document(kind, body["id"], year, when(year + 1, 1, 29), (new_year, end), scope="unit", political="yes")
                for k, feedback in enumerate(self.package.get("feedbackTypes", [])):
                    self.add("feedback_total", id="f-%s-%d" % (report["id"], k), document_id=report["id"], type=feedback["id"], area=feedback["areas"][0] if feedback.get("areas") else "",
                             count=self.random.randint(3, 120), handled=3, led_to_change=1)
                for k in range(3):
                    self.add("budget_line", id="b-%s-%d" % (report["id"], k), document_id=report["id"], area="Verksamhet %d" % (k + 1), income=self.random.randint(1, 90) * 10000,
                             cost=-self.random.randint(100, 9000) * 10000, budget=-self.random.randint(100, 9000) * 10000, position=k)
        each = size("activities", self.factor) // max(1, sum(len(g) for g in carried.values())) or 1
        for department in self.units["department"]:
            plan = self.document("operationalPlan", department["id"], year, when(year, 1, 15), (new_year, end), informed_on=iso(datetime.date(year, 1, 30)), informed_section_no="§ 12")
            for j, goal in enumerate(carried.get(department["id"], [])):
                for k in range(each):
                    self.add("activity", id="a-%s-%d-%d" % (plan["id"], j, k), document_id=plan["id"], section="activities", goal_id=goal,
                             text=self.pick(ACTS).format(self.pick(SUBJECTS)), responsible="Verksamheten", starts_on=iso(new_year), due_on=iso(end),
                             status="ongoing" if late else "done", result=None if late else "Genomfört.", position=j * each + k)
            if "specificPrerequisites" in self.types:
                self.document("specificPrerequisites", department["id"], year, when(year - 1, 2, 20), horizon)

    def assess(self, report, goals, day):
        section = next((s for s in self.types[report["type"]]["sections"] if s["kind"] == "assessments"), None)
        scale = next(s for s in self.package["scales"] if s["id"] == (section or {}).get("scale", self.package["scales"][0]["id"]))
        for i, goal in enumerate(goals):
            grade = self.pick([g for g in scale["grades"] if g.get("assessable")])
            for stage in ("proposal", "decision"):
                self.add("assessment", id="b-%s-%d-%s" % (report["id"], i, stage), goal_id=goal, document_id=report["id"], stage=stage, grade=grade["id"], trend="unchanged",
                         is_final=1, analysis="Arbetet med %s har gett resultat." % self.pick(SUBJECTS), assessed_on=iso(day))
            if grade.get("needsMeasure") and any(s["kind"] == "measures" for s in self.types[report["type"]]["sections"]):
                self.add("measure", id="m-%s-%d" % (report["id"], i), document_id=report["id"], section="measures", goal_id=goal, cause="För få resurser",
                         text=self.pick(ACTS).format(self.pick(SUBJECTS)), responsible="Kontoret", due_on="%d-11-30" % (day.year), status="ongoing",
                         next_plan_text="Står i nästa års plan")

    def decisions(self):
        bodies = self.units["council"] + self.units["executiveBoard"] + self.units["committee"]
        many, clauses = size("decisions", self.factor), size("clauses", self.factor)
        kinds = {u["id"]: kind for kind, units in self.units.items() for u in units}
        for i in range(many):
            body = bodies[i % len(bodies)]
            day = datetime.date(2023, 1, 9) + datetime.timedelta(days=self.random.randint(0, 480))
            ident = "p-%d" % (i + 1)
            self.add("decision", id=ident, title="Uppdrag om %s" % self.pick(SUBJECTS), status="decided", body=kinds[body["id"]], unit_id=body["id"], on_date=iso(day),
                     section_no="§ %d" % (i % 280 + 1), registration_no="EK %d/%04d" % (day.year, self.number("dnr")), position=i)
            self.add("decision_step", id=ident + "-s", decision_id=ident, position=0, body=kinds[body["id"]], unit_id=body["id"], on_date=iso(day), outcome="decides")
            self.add("decision_recipient", id=ident + "-r", decision_id=ident, unit_id=self.board, position=0)
            for j in range(clauses // many):
                commission = j % 2 == 0
                done = commission and i % 3 != 0
                self.add("decision_clause", id="%s-%d" % (ident, j), decision_id=ident, position=j, kind="commission" if commission else "other",
                         text="%s får i uppdrag att se över %s." % (self.units["committee"][i % len(self.units["committee"])]["name"], self.pick(SUBJECTS)) if commission else "Rapporten läggs till handlingarna.",
                         assignee_id=self.units["committee"][i % len(self.units["committee"])]["id"] if commission else None,
                         due_on="2024-%02d-15" % self.random.randint(6, 12) if commission and not done else iso(day + datetime.timedelta(90)) if commission else None,
                         done_on=iso(day + datetime.timedelta(60)) if done else None, reported_on=iso(day + datetime.timedelta(75)) if done else None,
                         reported_section_no="§ 9" if done else None)

    # Faults ---------------------------------------------------------------------------------------

    def expect(self, rule, kind, ident):
        if rule in self.rules:
            self.expected.append((rule, self.rules[rule]["severity"], kind, ident))
            return True
        return False

    def faults(self):
        rows = self.rows["document"]
        of = lambda kind: [d for d in rows if d["type"] == kind]
        political, administrative, direction = of("politicalGuideline"), of("administrativeGuideline"), of("directionDocument")
        for document in political[1:5]:
            if self.expect("N26", "document", document["id"]):
                document.pop("follow_up_months", None)
                document.pop("follow_up_on", None)
        for document in political[5:9]:
            if self.expect("N25", "document", document["id"]):
                document.pop("owner_id")
        for document in administrative[1:5]:
            if self.expect("N35", "document", document["id"]):
                document["publication"] = "intranet"
        for document in direction[1:5]:
            if self.expect("N23", "document", document["id"]):
                document.pop("start_decision")
        for document in direction[5:8]:
            if self.expect("N21", "document", document["id"]):
                goal = self.goal(document, "committeeGoal", 0, "Fler ska cykla", own_reason="Eget")
                # a goal where none may be can't be followed up or carried by an activity either
                self.expect("N13", "goal", goal["id"])
                self.expect("N20", "goal", goal["id"])
        plans = [d for d in of("assignmentPlan") if d["year"] == TODAY.year]
        for plan in plans[1:4]:
            goals = [g for g in self.rows["goal"] if g["document_id"] == plan["id"]]
            if self.expect("N13", "goal", goals[1]["id"]):
                self.rows["criterion"] = [c for c in self.rows["criterion"] if c["goal_id"] != goals[1]["id"]]
            if self.expect("N14", "goal", goals[2]["id"]):
                self.rows["goal_link"] = [l for l in self.rows["goal_link"] if l["goal_id"] != goals[2]["id"]]
            if self.expect("N20", "goal", goals[3]["id"]):
                self.rows["activity"] = [a for a in self.rows["activity"] if a["goal_id"] != goals[3]["id"]]
        for plan in [d for d in of("operationalPlan") if d["year"] == TODAY.year][1:4]:
            if self.expect("N19", "document", plan["id"]):
                plan.pop("informed_on")
        late = [c for c in self.rows["decision_clause"] if c["kind"] == "commission" and "done_on" not in c][1:5]
        for clause in late:
            if self.expect("N44", "clause", clause["id"]):
                clause["due_on"] = "2024-03-01"

    def bounds(self):
        """The stress size has more goals than the model allows."""
        many = {"goalArea": size("areas", self.factor), "overallGoal": size("goals", self.factor)}
        for rule in self.rules.values():
            if rule["kind"] == "goal-count" and rule.get("scope") == "total":
                for kind in rule["goalTypes"]:
                    most = next(g for g in self.package["goalTypes"] if g["id"] == kind).get("totalMax", 0)
                    if most and many.get(kind, 0) > most:
                        self.expect(rule["id"], "goalType", kind)

    def make(self):
        self.organisation()
        self.standing()
        self.guidelines()
        for year in range(self.first_year, self.last_year + 1):
            self.year(year)
        self.decisions()
        self.faults()
        self.bounds()


def write(path, value):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1)
        file.write("\n")


def main():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--factor", type=int, default=1, choices=range(1, 9), metavar="1–8")
    parser.add_argument("--base", default=os.path.join(root, "data", "models", "norrkoping.json"))
    arguments = parser.parse_args()

    with open(arguments.base, encoding="utf-8") as file:
        package = json.load(file)
    package.update(id="exempelkoping", name="Styrmodellen i Exempelköping", municipality="Exempelköping")
    first = min(t["firstYear"] for t in package["terms"])
    while first > TODAY.year - SIZES["years"][1]:
        first -= 4
        package["terms"].insert(0, {"id": "t%d" % first, "name": "%d–%d" % (first, first + 3), "firstYear": first, "lastYear": first + 3})
    clean = json.loads(json.dumps(package))
    town = Town(package, arguments.seed, arguments.factor)
    town.make()
    write(os.path.join(arguments.folder, "models", "exempelkoping.json"), clean)
    write(os.path.join(arguments.folder, "examples", "exempelkoping.json"),
          {"format": "styrmodell-example", "formatVersion": 1, "package": "exempelkoping", "municipality": "Exempelköping", "firstYear": town.first_year, "records": town.rows})
    with open(os.path.join(arguments.folder, "expected.txt"), "w", encoding="utf-8") as file:
        file.write("# today %s\n" % iso(TODAY))
        for line in sorted(town.expected):
            file.write("\t".join(line) + "\topen\n")
    print("; ".join("%d %s" % (len(rows), table) for table, rows in town.rows.items()))


if __name__ == "__main__":
    main()
