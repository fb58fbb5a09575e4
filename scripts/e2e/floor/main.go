// The least that can be started from zero: what the functions are held against.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"ok":true}`))
	})
	log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), nil))
}
