"""Makes abroad.json: land of other countries around Sweden, on the coordinates of karta.topo.json.

    npm install world-atlas@2.0.2        (Natural Earth 1:10m, public domain)
    pip install shapely pyproj
    python3 abroad.py node_modules/world-atlas/countries-10m.json

It lies under the kommuner of a map, so that what borders on Norway and Finland does not look like a coast. Between
Sweden's border as Natural Earth has it and as SCB has it there would be gaps; Natural Earth's Sweden near the border
fills them and is not seen elsewhere, since the kommuner lie over it.
"""

import heapq
import json
import sys
from pathlib import Path

import numpy
import pyproj
import shapely
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.validation import make_valid

DATA = Path(__file__).parent
COUNTRIES = ["Norway", "Finland", "Åland", "Denmark", "Germany", "Poland", "Estonia", "Latvia", "Lithuania", "Russia"]
# What lies further away from Sweden, in metres, is on no map.
FARTHEST = 400_000
# By distance from Sweden in metres: triangles of less square metres are smoothed away, and smaller islands left out.
SMOOTHED = [(25_000, 1e6), (80_000, 6e6), (250_000, 40e6), (float("inf"), 150e6)]
ISLANDS = [(60_000, 6e6), (200_000, 100e6), (float("inf"), 600e6)]
SMALLEST_LAKE = 60e6


def step(steps, distance):
    return next(size for limit, size in steps if distance < limit)


def topology(path):
    """A topology's transform, the points of its arcs, and its first object's geometries."""
    source = json.loads(Path(path).read_text())
    scale, translate = source["transform"]["scale"], source["transform"]["translate"]
    arcs = []
    for arc in source["arcs"]:
        points = numpy.cumsum(numpy.array(arc), axis=0) * scale + translate
        arcs.append([tuple(point) for point in points])
    return source, arcs


def polygons(geometry, arcs):
    """The polygons of a geometry: lists of rings."""
    parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for part in parts:
        rings = []
        for ring in part:
            points = []
            for arc in ring:
                points += (arcs[arc] if arc >= 0 else arcs[~arc][::-1])[:-1]
            rings.append(points)
        yield rings


def countries(path):
    """The land of each country, in SWEREF 99 TM."""
    source, arcs = topology(path)
    to_sweref = pyproj.Transformer.from_crs(4326, 3006, always_xy=True)
    near = box(-5, 50, 45, 73)
    lands = {}
    for geometry in source["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        if name not in [*COUNTRIES, "Sweden"]:
            continue
        parts = []
        for rings in polygons(geometry, arcs):
            # Russia goes on beyond 180 degrees.
            rings = [[(x + 360 if name == "Russia" and x < -30 else x, y) for x, y in ring] for ring in rings]
            parts.append(make_valid(Polygon(rings[0], rings[1:])).intersection(near))
        land = shapely.union_all(parts)
        lands[name] = shapely.transform(land, lambda points: numpy.column_stack(to_sweref.transform(*points.T)))
    return lands


def smoothed(ring, sweden):
    """A ring without the points that add least (Visvalingam), more so the further away they lie."""
    points = list(ring)[:-1]
    least = [step(SMOOTHED, far) for far in shapely.distance(shapely.points(numpy.array(points)), sweden)]
    previous = [(at - 1) % len(points) for at in range(len(points))]
    following = [(at + 1) % len(points) for at in range(len(points))]

    def weight(at):
        (ax, ay), (bx, by), (cx, cy) = points[previous[at]], points[at], points[following[at]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 / least[at]

    weights = [weight(at) for at in range(len(points))]
    heap = [(size, at) for at, size in enumerate(weights)]
    heapq.heapify(heap)
    left, gone = len(points), set()
    while heap and left > 3:
        size, at = heapq.heappop(heap)
        if at in gone or weights[at] != size:
            continue
        if size >= 1:
            break
        gone.add(at)
        left -= 1
        before, after = previous[at], following[at]
        following[before], previous[after] = after, before
        for other in (before, after):
            weights[other] = weight(other)
            heapq.heappush(heap, (weights[other], other))
    return [point for at, point in enumerate(points) if at not in gone]


def main():
    lands = countries(sys.argv[1])
    source, arcs = topology(DATA / "karta.topo.json")
    kommuner = source["objects"]["kommuner"]["geometries"]
    sweden = shapely.union_all([Polygon(rings[0]).buffer(0) for one in kommuner for rings in polygons(one, arcs)])

    inland = lands.pop("Sweden")
    border = shapely.union_all([lands["Norway"], lands["Finland"]]).buffer(1_500).intersection(inland.buffer(1_500))
    gaps = border.buffer(12_000).intersection(inland).difference(sweden)
    land = shapely.union_all([*lands.values(), gaps]).buffer(300).buffer(-300)
    left, bottom, right, top = sweden.bounds
    land = land.intersection(box(left - FARTHEST, bottom - FARTHEST, right + FARTHEST, top + FARTHEST))

    scale, translate = source["transform"]["scale"], source["transform"]["translate"]
    rings = []
    for part in land.geoms if isinstance(land, MultiPolygon) else [land]:
        if part.geom_type != "Polygon" or part.area < step(ISLANDS, part.distance(sweden)):
            continue
        lakes = [lake for lake in part.interiors if Polygon(lake).area > SMALLEST_LAKE]
        for ring in [part.exterior, *lakes]:
            points = numpy.rint((numpy.array(smoothed(ring.coords, sweden)) - translate) / scale).astype(int).tolist()
            points = [point for at, point in enumerate(points) if point != points[at - 1]]
            if len(points) > 3:
                rings.append(points)
    rings.sort(key=len, reverse=True)
    (DATA / "abroad.json").write_text("[\n" + ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in rings) + "\n]\n")


main()
