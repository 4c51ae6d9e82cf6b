#!/usr/bin/env python3
"""Rooms of the hotel-booking site, as a real service: which are free, and how it fares.

    python3 rooms.py [--port 9301]

GET  /rooms         the rooms, as JSON
GET  /health        health+json (draft-inadarei-api-health-check-06)
POST /fault/NAME    NAME is down, warn, slow or none: what the health answer says from now on

It needs nothing but Python 3.8 or newer, and listens on this computer only.
"""

import argparse
import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROOMS = [
    {"room": "101", "beds": 2, "free": True},
    {"room": "102", "beds": 1, "free": False},
    {"room": "201", "beds": 4, "free": True},
]
FAULTS = ("none", "warn", "down", "slow")
SLOW_SECONDS = 3


class Rooms(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    fault = "none"
    started = time.time()

    def do_GET(self):
        if self.path == "/rooms":
            self.answer(200, "application/json", ROOMS)
        elif self.path == "/health":
            self.health()
        else:
            self.answer(404, "application/json", {"error": "no such page"})

    def do_POST(self):
        fault = self.path.rsplit("/", 1)[-1]
        if self.path.startswith("/fault/") and fault in FAULTS:
            Rooms.fault = fault
            self.answer(200, "application/json", {"fault": fault})
        else:
            self.answer(404, "application/json", {"error": "faults are " + ", ".join(FAULTS)})

    def health(self):
        if Rooms.fault == "slow":
            time.sleep(SLOW_SECONDS)
        store = {"down": "fail", "warn": "warn"}.get(Rooms.fault, "pass")
        uptime = round(time.time() - Rooms.started)
        body = {
            "status": store,
            "description": "rooms of the hotel",
            "checks": {
                "store:responseTime": [{"componentType": "datastore", "status": store}],
                "uptime": [{"componentType": "system", "observedValue": uptime, "observedUnit": "s", "status": "pass"}],
            },
        }
        self.answer(503 if store == "fail" else 200, "application/health+json", body)

    def answer(self, status, content_type, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(text)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        """Says nothing: health is asked often."""


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="rooms of the hotel-booking site")
    options.add_argument("--port", type=int, default=9301, help="0 for any that is free")
    server = ThreadingHTTPServer(("127.0.0.1", options.parse_args().port), Rooms)
    print(f"rooms http://127.0.0.1:{server.server_port}/health", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
