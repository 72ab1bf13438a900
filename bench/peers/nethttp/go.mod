module pulumiscale.io/bench/nethttp

go 1.22
