/* The register of tests that have no other types than the invented ones. */
#include "records/invented.h"

const struct record_type *const record_types[] = {
	&hall_type, &gathering_type, &guest_type, &speech_type,
	&erratum_type};

const size_t record_types_n = sizeof(record_types) / sizeof(record_types[0]);
