// The plain adapter that ls-triton-adapter is measured beside: the standard library's HTTP server and client, and tensors in
// JSON. README.md says what it does not do.
package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
)

type task struct {
	ID   int64          `json:"id"`
	Data map[string]any `json:"data"`
}

type call struct {
	Tasks       []task `json:"tasks"`
	LabelConfig string `json:"label_config"`
}

type entity struct {
	Start int     `json:"start"`
	End   int     `json:"end"`
	Label string  `json:"label"`
	Score float64 `json:"score"`
}

type value struct {
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Text   string   `json:"text"`
	Labels []string `json:"labels"`
}

type region struct {
	ID       string  `json:"id"`
	FromName string  `json:"from_name"`
	ToName   string  `json:"to_name"`
	Type     string  `json:"type"`
	Value    value   `json:"value"`
	Score    float64 `json:"score"`
}

type prediction struct {
	Result       []region `json:"result"`
	Score        float64  `json:"score"`
	ModelVersion string   `json:"model_version"`
}

type tensor struct {
	Name     string   `json:"name"`
	Datatype string   `json:"datatype"`
	Shape    []int    `json:"shape"`
	Data     []string `json:"data"`
}

// Where the spans go, by the label config: the first Labels, and the key of the task's data that its Text shows.
type control struct {
	Labels struct {
		Name   string `xml:"name,attr"`
		ToName string `xml:"toName,attr"`
	} `xml:"Labels"`
	Text struct {
		Value string `xml:"value,attr"`
	} `xml:"Text"`
}

type adapter struct {
	client *http.Client
	url    string
	model  string
	// texts of one infer request, and requests of one call at once
	batch, concurrency int
}

func main() {
	a := &adapter{
		client:      &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}},
		url:         strings.TrimSuffix(os.Getenv("TRITON_BASE_URL"), "/") + "/v2/models/" + os.Getenv("DEFAULT_MODEL") + "/infer",
		model:       os.Getenv("DEFAULT_MODEL"),
		batch:       number("BATCH"),
		concurrency: number("CONCURRENCY"),
	}
	http.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) {})
	http.HandleFunc("POST /setup", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(map[string]string{"model_version": a.model})
	})
	http.HandleFunc("POST /predict", a.predict)
	log.Fatal(http.ListenAndServe(net.JoinHostPort("127.0.0.1", os.Getenv("PORT")), nil))
}

func number(name string) int {
	n, err := strconv.Atoi(os.Getenv(name))
	if err != nil || n < 1 {
		log.Fatal(name, " is no number above 0")
	}
	return n
}

func (a *adapter) predict(w http.ResponseWriter, r *http.Request) {
	var c call
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, "not JSON", http.StatusBadRequest)
		return
	}
	var to control
	if err := xml.Unmarshal([]byte(c.LabelConfig), &to); err != nil || to.Labels.Name == "" {
		http.Error(w, "no Labels in label_config", http.StatusBadRequest)
		return
	}
	key := strings.TrimPrefix(to.Text.Value, "$")
	texts := make([]string, len(c.Tasks))
	for i, t := range c.Tasks {
		texts[i], _ = t.Data[key].(string)
	}
	found, err := a.inferAll(texts)
	if err != nil {
		log.Print(err)
		http.Error(w, "Triton does not answer", http.StatusServiceUnavailable)
		return
	}
	results := make([]prediction, len(texts))
	for i, text := range texts {
		results[i] = a.prediction(c.Tasks[i].ID, []rune(text), found[i], to)
	}
	body, err := json.Marshal(map[string]any{"results": results, "model_version": a.model})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.Write(body)
}

func (a *adapter) prediction(task int64, text []rune, entities []entity, to control) prediction {
	p := prediction{Result: make([]region, 0, len(entities)), ModelVersion: a.model}
	for _, e := range entities {
		if e.Start < 0 || e.End > len(text) || e.Start > e.End {
			continue
		}
		p.Result = append(p.Result, region{
			ID:       fmt.Sprintf("%d-%d-%d-%s", task, e.Start, e.End, e.Label),
			FromName: to.Labels.Name,
			ToName:   to.Labels.ToName,
			Type:     "labels",
			Value:    value{e.Start, e.End, string(text[e.Start:e.End]), []string{e.Label}},
			Score:    e.Score,
		})
		p.Score += e.Score
	}
	if len(p.Result) > 0 {
		p.Score /= float64(len(p.Result))
	}
	return p
}

// The entities of each text, batch by batch, some batches at once.
func (a *adapter) inferAll(texts []string) ([][]entity, error) {
	found := make([][]entity, len(texts))
	slots := make(chan struct{}, a.concurrency)
	failures := make(chan error, len(texts))
	var running sync.WaitGroup
	for from := 0; from < len(texts); from += a.batch {
		to := min(from+a.batch, len(texts))
		slots <- struct{}{}
		running.Go(func() {
			defer func() { <-slots }()
			if err := a.infer(texts[from:to], found[from:to]); err != nil {
				failures <- err
			}
		})
	}
	running.Wait()
	select {
	case err := <-failures:
		return nil, err
	default:
		return found, nil
	}
}

func (a *adapter) infer(texts []string, found [][]entity) error {
	body, err := json.Marshal(map[string]any{
		"inputs":  []tensor{{"text", "BYTES", []int{len(texts), 1}, texts}},
		"outputs": []map[string]string{{"name": "entities_json"}},
	})
	if err != nil {
		return err
	}
	answer, err := a.client.Post(a.url, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var inferred struct {
		Outputs []tensor `json:"outputs"`
	}
	if answer.StatusCode != http.StatusOK {
		said, _ := io.ReadAll(answer.Body)
		return fmt.Errorf("triton: %s: %s", answer.Status, said)
	}
	if err := json.NewDecoder(answer.Body).Decode(&inferred); err != nil {
		return err
	}
	if len(inferred.Outputs) != 1 || len(inferred.Outputs[0].Data) != len(texts) {
		return fmt.Errorf("triton: not one output for %d texts", len(texts))
	}
	for i, data := range inferred.Outputs[0].Data {
		if err := json.Unmarshal([]byte(data), &found[i]); err != nil {
			return err
		}
	}
	return nil
}
