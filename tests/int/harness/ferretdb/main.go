// Command ferretdb serves MongoDB's wire protocol over SQLite files, for the integration tests.
//
// FerretDB's own program can't be used as its module is published: `go install
// …/cmd/ferretdb@v1.24.2` compiles but panics at start, because the release process writes
// build/version/version.txt and the published module lacks it. The embeddable package beside it has
// no such condition and never reports telemetry. go.sum pins every source by checksum.
//
// It prints its address on standard output and stops when standard input closes, so that it never
// outlives the tests that started it.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	directory := flag.String("directory", "", "an existing folder for the database files")
	flag.Parse()
	if *directory == "" {
		fmt.Fprintln(os.Stderr, "-directory is missing")
		os.Exit(2)
	}
	if err := serve(*directory); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(directory string) error {
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Logger:    slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
		Handler:   "sqlite",
		SQLiteURL: "file:" + directory + "/",
	})
	if err != nil {
		return err
	}

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	go func() { fmt.Println(server.MongoDBURI()) }()

	return server.Run(ctx)
}
