#!/usr/bin/env python3
"""Reservations of the hotel-booking site, as a real service that cannot do without rooms.

    python3 reservations.py [--port 9302] [--rooms http://127.0.0.1:9301]

GET  /reservations  rooms that could be booked, as JSON; 503 where rooms do not answer
GET  /health        in the form of py-healthcheck, with a check of its own and one that asks rooms

It needs nothing but Python 3.8 or newer, and listens on this computer only.
"""

import argparse
import json
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PATIENCE_SECONDS = 1


class Reservations(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    rooms = ""

    def do_GET(self):
        if self.path == "/reservations":
            self.reservations()
        elif self.path == "/health":
            self.health()
        else:
            self.answer(404, {"error": "no such page"})

    def reservations(self):
        try:
            free = [room for room in ask(Reservations.rooms + "/rooms") if room["free"]]
            self.answer(200, {"bookable": free})
        except OSError as refused:
            self.answer(503, {"error": f"rooms do not answer: {refused}"})

    def health(self):
        results = [check("ledger", lambda: "3 entries"), check("rooms", rooms_are_well)]
        passed = all(result["passed"] for result in results)
        body = {
            "hostname": "reservations",
            "status": "success" if passed else "failure",
            "timestamp": time.time(),
            "results": results,
        }
        self.answer(200 if passed else 500, body)

    def answer(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        """Says nothing: health is asked often."""


def ask(url):
    with urllib.request.urlopen(url, timeout=PATIENCE_SECONDS) as answer:
        return json.load(answer)


def rooms_are_well():
    return ask(Reservations.rooms + "/health")["status"]


def check(name, question):
    begun = time.time()
    try:
        output, passed = question(), True
    except (OSError, ValueError, KeyError) as refused:
        output, passed = str(refused), False
    return {
        "checker": name,
        "output": output,
        "passed": passed,
        "timestamp": begun,
        "response_time": time.time() - begun,
    }


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="reservations of the hotel-booking site")
    options.add_argument("--port", type=int, default=9302, help="0 for any that is free")
    options.add_argument("--rooms", default="http://127.0.0.1:9301", help="where rooms answer")
    chosen = options.parse_args()
    Reservations.rooms = chosen.rooms.rstrip("/")
    server = ThreadingHTTPServer(("127.0.0.1", chosen.port), Reservations)
    print(f"reservations http://127.0.0.1:{server.server_port}/health", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
