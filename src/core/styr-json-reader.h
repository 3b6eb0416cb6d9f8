/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _StyrJsonMember StyrJsonMember;

typedef enum
{
  STYR_JSON_STRING,
  STYR_JSON_ID,     /* letter, then letters and digits */
  STYR_JSON_DATE,   /* YYYY-MM-DD */
  STYR_JSON_COLOUR, /* #rrggbb */
  STYR_JSON_BOOLEAN,
  STYR_JSON_INTEGER,
  STYR_JSON_NUMBER,
  STYR_JSON_ENUM,    /* a nick of enum_type */
  STYR_JSON_STRINGS, /* GPtrArray of char* */
  STYR_JSON_STRUCTS, /* GPtrArray of structs after item */
} StyrJsonKind;

/** The members of one kind of object: reading, checking and freeing all go by this table. */
typedef struct
{
  gsize size;
  const StyrJsonMember *members; /* ends with a NULL key */
  gboolean has_id;               /* ids are unique within a list */
} StyrJsonStruct;

struct _StyrJsonMember
{
  const char *key;
  StyrJsonKind kind;
  gsize offset;
  gboolean required;
  GType (*enum_type) (void);
  const StyrJsonStruct *item;
  const char *const *allowed; /* the only texts allowed; NULL = any */
  const char *refers_to;      /* the list of the package that the text must be an id of */
  const char *or_else;        /* a text allowed besides such an id */
  double least, most;         /* numbers: the range allowed, when least < most */
  double fallback;            /* of a number that isn't there */
  gsize flag_offset;          /* of a gboolean set when the number is there; 0 = none */
};

GPtrArray *
styr_json_read_list (JsonObject *root, const char *key, const StyrJsonStruct *item, GError **error);
GHashTable *styr_json_index_ids (JsonObject *root);
gboolean styr_json_check_list (
    GHashTable *ids, const char *key, GPtrArray *list, const StyrJsonStruct *item, GError **error);
void styr_json_list_free (GPtrArray *list, const StyrJsonStruct *item);
gboolean
styr_json_check_length (const char *path, const char *text, gboolean is_short, GError **error);
gboolean styr_json_read_member (JsonObject *object,
                                const char *path,
                                const StyrJsonMember *member,
                                gpointer target,
                                GError **error);

G_END_DECLS
