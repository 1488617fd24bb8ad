#!/usr/bin/env bash
# What a test broker needs to ask for TLS and a password: secure-broker.sh FOLDER PORT
# Makes an authority and a certificate for 127.0.0.1 in FOLDER, prints the broker's properties (one a line) for an additional listener at
# PORT + 20 beside the open one at PORT, and writes FOLDER/settings.json: the value of DATAOS_TEST_KAFKA_SECURE.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd) port=$2
secure=$((port + 20)) password=$(openssl rand -hex 16)
cd "$folder"
umask 077
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=test-authority -keyout ca.key -out ca.pem 2>/dev/null
openssl req -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 -keyout broker.key -out broker.csr 2>/dev/null
openssl x509 -req -in broker.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile <(echo 'subjectAltName=IP:127.0.0.1,DNS:localhost') -out broker.crt 2>/dev/null
cat broker.key broker.crt >broker.pem
cat >settings.json <<JSON
{"KAFKA_BROKERS":"127.0.0.1:$secure","KAFKA_TLS":"true","KAFKA_TLS_CA_FILE":"$folder/ca.pem","KAFKA_SASL_MECHANISM":"plain","KAFKA_SASL_USERNAME":"services","KAFKA_SASL_PASSWORD":"$password"}
JSON
cat <<PROPERTIES
listeners=PLAINTEXT://127.0.0.1:$port,CONTROLLER://127.0.0.1:$((port + 10)),SASL_SSL://127.0.0.1:$secure
advertised.listeners=PLAINTEXT://127.0.0.1:$port,SASL_SSL://127.0.0.1:$secure
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL
ssl.keystore.type=PEM
ssl.keystore.location=$folder/broker.pem
sasl.enabled.mechanisms=PLAIN
listener.name.sasl_ssl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_services="$password";
PROPERTIES
