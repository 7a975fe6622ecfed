#!/usr/bin/env python3
"""Hands in a publication request to another office, and waits for what becomes of it.

Needs Python 3.8 and nothing else. The address and the credentials come from the environment, so that they stand in no command line:

    PRAKAT=https://prakat.example.go.th PRAKAT_CLIENT_ID=... PRAKAT_CLIENT_SECRET=... \\
        ./office.py event.json a.pdf b.pdf

The file event.json is a CloudEvent as docs/offices.md shows it, without the uploads. The cursor is kept beside it, in event.json.cursor. Each
outcome of that event is printed as a line of JSON, until one of the types is seen that are named by --until.
"""
import argparse
import base64
import hashlib
import json
import os
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

ATTEMPTS = 8
TIMEOUT = 60


class Refused(Exception):
    """The other side said no, and why."""


class Office:
    """One client of one office."""

    def __init__(self, address, client_id, secret):
        self.address = address.rstrip("/")
        credentials = urllib.parse.quote_plus(client_id) + ":" + urllib.parse.quote_plus(secret)
        self.basic = "Basic " + base64.b64encode(credentials.encode()).decode()
        self.token = None

    def upload(self, path):
        """Sends a file ahead; gives its id."""
        content = path.read_bytes()
        query = urllib.parse.urlencode({"fileName": path.name})
        answer = self.call("POST", "/api/uploads?" + query, content, "application/octet-stream")
        if answer["sha256"] != hashlib.sha256(content).hexdigest():
            raise Refused("the file arrived damaged: " + path.name)
        return answer["id"]

    def hand_in(self, event):
        """Sends an event. To send it again is safe: its id says that it is the same."""
        return self.call("POST", "/api/events", json.dumps(event).encode(), "application/cloudevents+json")

    def outcomes(self, cursor):
        """What came after a cursor, and the cursor to go on with."""
        query = urllib.parse.urlencode({"after": cursor} if cursor else {})
        answer = self.call("GET", "/api/events?" + query)
        return answer["items"], answer["next"], answer["more"]

    def call(self, method, path, body=None, content_type=None):
        """Calls until there is an answer. What is worth another try waits first: as long as the answer says, or twice as long each time."""
        wait = 1
        for _ in range(ATTEMPTS):
            try:
                return self.call_once(method, path, body, content_type)
            except urllib.error.HTTPError as error:
                if error.code == 401 and self.token is not None:
                    self.token = None
                    continue
                if error.code != 429 and error.code < 500:
                    raise Refused(error.read().decode("utf-8", "replace")) from error
                pause = int(error.headers.get("Retry-After") or wait)
            except OSError:
                pause = wait
            time.sleep(pause)
            wait = min(wait * 2, 60)
        raise Refused("no answer from " + self.address)

    def call_once(self, method, path, body, content_type):
        if self.token is None:
            grant = urllib.parse.urlencode({"grant_type": "client_credentials"}).encode()
            form = "application/x-www-form-urlencoded"
            self.token = self.send("POST", "/oauth2/token", grant, form, self.basic)["access_token"]
        return self.send(method, path, body, content_type, "Bearer " + self.token)

    def send(self, method, path, body, content_type, authorization):
        headers = {"Authorization": authorization, "Accept-Language": "en"}
        if content_type:
            headers["Content-Type"] = content_type
        request = urllib.request.Request(self.address + path, body, headers, method=method)
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            return json.load(answer)


def main():
    parser = argparse.ArgumentParser(description="Hands in a request and waits for its outcome.")
    parser.add_argument("event", type=pathlib.Path)
    parser.add_argument("files", type=pathlib.Path, nargs="*")
    parser.add_argument("--until", nargs="+", default=["published", "rejected", "returned", "changes-requested"])
    parser.add_argument("--interval", type=float, default=30, help="seconds between two looks")
    arguments = parser.parse_args()
    kept = arguments.event.with_name(arguments.event.name + ".cursor")

    office = Office(os.environ["PRAKAT"], os.environ["PRAKAT_CLIENT_ID"], os.environ["PRAKAT_CLIENT_SECRET"])
    event = json.loads(arguments.event.read_text(encoding="utf-8"))
    if not kept.exists():
        event["data"]["uploads"] = [office.upload(path) for path in arguments.files]
        print(json.dumps(office.hand_in(event)), flush=True)
        kept.write_text("", encoding="ascii")

    ends = {"office.request." + name + ".v1" for name in arguments.until}
    while True:
        items, cursor, more = office.outcomes(kept.read_text(encoding="ascii"))
        mine = [item for item in items if item["data"].get("submission") == event["id"]]
        for item in mine:
            print(json.dumps(item, ensure_ascii=False), flush=True)
        kept.write_text(cursor, encoding="ascii")
        if any(item["type"] in ends for item in mine):
            return
        if not more:
            time.sleep(arguments.interval)


if __name__ == "__main__":
    try:
        main()
    except Refused as refused:
        sys.exit(str(refused))
