import datetime as d, decimal as D
import pyarrow as pa
import pyarrow.parquet as pq

def table(n):
    day = d.date(2024, 3, 1)
    return pa.table({
        "hs_code": pa.array(["0901.21", None, "NA"][:n]),
        "imo": pa.array([321483, 9321483, None][:n], pa.int64()),
        "teu": pa.array([7, 8, 9][:n], pa.int16()),
        "loaded": pa.array([True, False, None][:n]),
        "draught": pa.array([0.9, 12.5, float("nan")][:n], pa.float32()),
        "weight": pa.array([1.5, 1e300, float("inf")][:n], pa.float64()),
        "price": pa.array([D.Decimal("12.50"), D.Decimal("-0.01"), None][:n], pa.decimal128(20, 2)),
        "eta": pa.array([day, None, day][:n], pa.date32()),
        "berthed": pa.array([d.datetime(2024, 3, 1, 12, 0, 0, 5000)] * n, pa.timestamp("us")),
        "seen": pa.array([d.datetime(2024, 3, 1, 12, 0)] * n, pa.timestamp("ms", "UTC")),
        "shift": pa.array([d.time(6, 30)] * n, pa.time64("us")),
        "raw": pa.array([b"abc", b"\xff\x00", None][:n], pa.binary()),
        "ports": pa.array([["NLRTM", "JPUKB"], [], None][:n], pa.list_(pa.string())),
        "ship": pa.array([{"name": "MV A", "flags": ["NL", None]}, None, {"name": None, "flags": None}][:n],
                         pa.struct([("name", pa.string()), ("flags", pa.list_(pa.string()))])),
        "counts": pa.array([[("a", 1), ("b", None)], [], None][:n], pa.map_(pa.string(), pa.int32())),
    })

for codec in ("none", "snappy", "gzip", "zstd", "lz4"):
    pq.write_table(table(3) if codec == "snappy" else table(3).select(["hs_code", "imo"]), f"cargo-{codec}.parquet", compression=codec)

pq.write_table(pa.table({"id": list(range(100))}), "cargo-groups.parquet", row_group_size=10)
pq.write_table(table(3).slice(0, 0), "cargo-empty.parquet")
