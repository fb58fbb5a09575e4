module oceanid.io/bench/peers/adapter

go 1.26.8
