// The plain sink that annotations-sink is measured beside: the standard library's HTTP server and lib/pq, one transaction an
// event, its spans in a loop. README.md says what it does not do.
package main

import (
	"database/sql"
	"encoding/json"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"time"

	_ "github.com/lib/pq"
)

const schema = `
create schema if not exists peer;
create table if not exists peer.inbox (source text, id text, received_at timestamptz not null default now(), primary key (source, id));
create table if not exists peer.annotation (
  id bigint primary key, project bigint, task bigint, completed_by bigint, was_cancelled boolean, lead_time double precision,
  created_at timestamptz, updated_at timestamptz not null, result jsonb);
create table if not exists peer.span (
  annotation bigint references peer.annotation on delete cascade, ordinal int, start int, "end" int, text text, label text,
  primary key (annotation, ordinal))`

type annotation struct {
	ID           int64           `json:"id"`
	Project      int64           `json:"project"`
	Task         int64           `json:"task"`
	CompletedBy  *int64          `json:"completed_by"`
	WasCancelled bool            `json:"was_cancelled"`
	LeadTime     *float64        `json:"lead_time"`
	CreatedAt    time.Time       `json:"created_at"`
	UpdatedAt    time.Time       `json:"updated_at"`
	Result       json.RawMessage `json:"result"`
}

type region struct {
	Type  string `json:"type"`
	Value struct {
		Start  int      `json:"start"`
		End    int      `json:"end"`
		Text   string   `json:"text"`
		Labels []string `json:"labels"`
	} `json:"value"`
}

type sink struct {
	db                               *sql.DB
	insertInbox, upsert, clear, span *sql.Stmt
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	connections, err := strconv.Atoi(os.Getenv("CONNECTIONS"))
	if err != nil {
		log.Fatal("CONNECTIONS: ", err)
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	if _, err := db.Exec(schema); err != nil {
		log.Fatal(err)
	}
	s := &sink{
		db:          db,
		insertInbox: prepare(db, `insert into peer.inbox (source, id) values ($1, $2) on conflict do nothing`),
		upsert: prepare(db, `
			insert into peer.annotation as a
			  (id, project, task, completed_by, was_cancelled, lead_time, created_at, updated_at, result)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
			on conflict (id) do update set
			  project = excluded.project, task = excluded.task, completed_by = excluded.completed_by,
			  was_cancelled = excluded.was_cancelled, lead_time = excluded.lead_time, created_at = excluded.created_at,
			  updated_at = excluded.updated_at, result = excluded.result
			where excluded.updated_at > a.updated_at`),
		clear: prepare(db, `delete from peer.span where annotation = $1`),
		span: prepare(db, `
			insert into peer.span (annotation, ordinal, start, "end", text, label) values ($1, $2, $3, $4, $5, $6)`),
	}
	http.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) {})
	http.HandleFunc("POST /", s.receive)
	log.Fatal(http.ListenAndServe(net.JoinHostPort("127.0.0.1", os.Getenv("PORT")), nil))
}

func prepare(db *sql.DB, query string) *sql.Stmt {
	statement, err := db.Prepare(query)
	if err != nil {
		log.Fatal(err)
	}
	return statement
}

// Takes a CloudEvent in binary mode.
func (s *sink) receive(w http.ResponseWriter, r *http.Request) {
	source, id := r.Header.Get("ce-source"), r.Header.Get("ce-id")
	if source == "" || id == "" || r.Header.Get("ce-type") == "" {
		http.Error(w, "not a CloudEvent", http.StatusBadRequest)
		return
	}
	var event struct {
		Annotation *annotation `json:"annotation"`
	}
	if err := json.NewDecoder(r.Body).Decode(&event); err != nil || event.Annotation == nil {
		http.Error(w, "no annotation", http.StatusBadRequest)
		return
	}
	var regions []region
	if err := json.Unmarshal(event.Annotation.Result, &regions); err != nil {
		http.Error(w, "no result", http.StatusBadRequest)
		return
	}
	if err := s.store(source, id, event.Annotation, regions); err != nil {
		log.Print(err)
		http.Error(w, "not stored", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *sink) store(source, id string, a *annotation, regions []region) error {
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if isNew, err := affects(tx.Stmt(s.insertInbox).Exec(source, id)); err != nil || !isNew {
		return err
	}
	isNewer, err := affects(tx.Stmt(s.upsert).Exec(a.ID, a.Project, a.Task, a.CompletedBy, a.WasCancelled, a.LeadTime,
		a.CreatedAt, a.UpdatedAt, string(a.Result)))
	if err != nil {
		return err
	}
	if isNewer {
		if _, err := tx.Stmt(s.clear).Exec(a.ID); err != nil {
			return err
		}
		span := tx.Stmt(s.span)
		for i, region := range regions {
			if region.Type != "labels" || len(region.Value.Labels) == 0 {
				continue
			}
			v := region.Value
			if _, err := span.Exec(a.ID, i, v.Start, v.End, v.Text, v.Labels[0]); err != nil {
				return err
			}
		}
	}
	return tx.Commit()
}

func affects(result sql.Result, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	rows, err := result.RowsAffected()
	return rows > 0, err
}
