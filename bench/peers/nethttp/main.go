// The first plan of this project: net/http, a token, JSON decoded into structs, and a channel in memory. It keeps nothing:
// whatever was accepted is lost with the process. The benchmark compares the scaler's durable front door with it.
package main

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const (
	largestBody = 1 << 20
	queueLength = 1 << 16
)

type intent struct {
	ID     uint64
	Pool   string
	Action string
	Value  int
	Key    string
}

type alert struct {
	Status      string            `json:"status"`
	Labels      map[string]string `json:"labels"`
	Annotations map[string]string `json:"annotations"`
	StartsAt    time.Time         `json:"startsAt"`
	Fingerprint string            `json:"fingerprint"`
}

type group struct {
	Version string  `json:"version"`
	Alerts  []alert `json:"alerts"`
}

type answer struct {
	Accepted   []uint64 `json:"accepted"`
	Duplicates []uint64 `json:"duplicates"`
}

type server struct {
	token [sha256.Size]byte
	queue chan intent
	last  atomic.Uint64

	mu   sync.Mutex
	seen map[string]uint64
}

func (s *server) authorised(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok {
			token = r.URL.Query().Get("token")
		}
		digest := sha256.Sum256([]byte(token))
		if subtle.ConstantTimeCompare(digest[:], s.token[:]) != 1 {
			http.Error(w, "a valid token is wanted", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func (s *server) alertmanager(w http.ResponseWriter, r *http.Request) {
	var g group
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, largestBody)).Decode(&g); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	said := answer{Accepted: []uint64{}, Duplicates: []uint64{}}
	for i := range g.Alerts {
		in, err := normalised(&g.Alerts[i])
		if err != nil {
			http.Error(w, fmt.Sprintf("alerts[%d]: %v", i, err), http.StatusBadRequest)
			return
		}
		if known, ok := s.remember(&in); ok {
			said.Duplicates = append(said.Duplicates, known)
			continue
		}
		select {
		case s.queue <- in:
			said.Accepted = append(said.Accepted, in.ID)
		default:
			http.Error(w, "the queue is full", http.StatusServiceUnavailable)
			return
		}
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusAccepted)
	_ = json.NewEncoder(w).Encode(said)
}

// remember tells whether the same was there before, and else gives it an id.
func (s *server) remember(in *intent) (uint64, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known, ok := s.seen[in.Key]; ok {
		return known, true
	}
	in.ID = s.last.Add(1)
	s.seen[in.Key] = in.ID
	return in.ID, false
}

func normalised(a *alert) (intent, error) {
	pool := a.Labels["pool_name"]
	if pool == "" {
		return intent{}, errors.New("no label pool_name")
	}
	if a.Status != "firing" && a.Status != "resolved" {
		return intent{}, fmt.Errorf("%q is neither firing nor resolved", a.Status)
	}
	in := intent{Pool: pool, Action: "delta", Value: 1}
	in.Key = a.Fingerprint + "/" + a.StartsAt.Format(time.RFC3339Nano) + "/" + a.Status
	if action := a.Annotations["pulumiscale_action"]; action != "" {
		in.Action = action
	}
	if text := a.Annotations["pulumiscale_value"]; text != "" {
		value, err := strconv.Atoi(text)
		if err != nil {
			return intent{}, fmt.Errorf("%q is no number", text)
		}
		in.Value = value
	}
	return in, nil
}

func main() {
	address := flag.String("listen", "127.0.0.1:0", "where to listen")
	flag.Parse()
	token, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	s := &server{
		token: sha256.Sum256([]byte(strings.TrimSpace(string(token)))),
		queue: make(chan intent, queueLength),
		seen:  make(map[string]uint64),
	}
	go func() {
		for range s.queue { // where the plan would scale
		}
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("POST /webhook/alertmanager", s.authorised(s.alertmanager))
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on http://%s\n", listener.Addr())
	server := &http.Server{Handler: mux, ReadTimeout: 15 * time.Second, WriteTimeout: 15 * time.Second}
	log.Fatal(server.Serve(listener))
}
