// What people do with Trino's Go client. Prints one line per question.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/trinodb/trino-go-client/trino"
)

// keyed sends the API key with each request, as a program behind no TLS would.
type keyed struct{ key string }

func (k keyed) RoundTrip(request *http.Request) (*http.Response, error) {
	request.Header.Set("apikey", k.key)
	return http.DefaultTransport.RoundTrip(request)
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	port, key, user := os.Args[1], os.Args[2], os.Args[3]
	must(trino.RegisterCustomClient("keyed", &http.Client{Transport: keyed{key}}))
	db, err := sql.Open("trino", "http://"+user+"@127.0.0.1:"+port+"?catalog=crm&schema=public&custom_client=keyed&source=go")
	must(err)
	defer db.Close()

	var id int64
	var name, spent string
	var born, seen time.Time
	var active bool
	must(db.QueryRow("SELECT id, name, birth_date, CAST(spent AS varchar), active, seen FROM passengers WHERE id = ?", 2).Scan(&id, &name, &born, &spent, &active, &seen))
	fmt.Println("types="+fmt.Sprint(id), name, born.Format("2006-01-02"), spent, active, seen.UTC().Format(time.RFC3339Nano))

	rows, err := db.Query("SELECT id FROM passengers")
	must(err)
	count := 0
	for rows.Next() {
		count++
	}
	must(rows.Err())
	fmt.Println("rows=" + fmt.Sprint(count))

	var numbers trino.NullSliceInt64
	must(db.QueryRow("SELECT ARRAY[BIGINT '1', BIGINT '2']").Scan(&numbers))
	fmt.Println("array=" + fmt.Sprint(len(numbers.SliceInt64)))

	_, err = db.Query("SELECT nothing FROM passengers")
	fmt.Println("error=" + fmt.Sprint(err))

	slow, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	began := time.Now()
	_, err = db.ExecContext(slow, "SELECT count(*) FROM passengers a, passengers b, passengers c WHERE a.name || b.name || c.name LIKE '%x%y%z%'")
	fmt.Println("canceled="+fmt.Sprint(err != nil), time.Since(began) < 10*time.Second)
}
