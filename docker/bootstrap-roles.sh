#!/bin/sh
# Run by the postgres image when its volume is empty. Passwords come from the environment, not from arguments,
# which every process of the machine could read.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv database POSTGRES_DB
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
\i /bootstrap/bootstrap-roles.sql
SQL
