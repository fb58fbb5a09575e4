module oceanid.io/bench/peers/sink

go 1.26.8

require github.com/lib/pq v1.12.3
