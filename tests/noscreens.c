/* Stands for the screens until they link. */
#include "screens/screens.h"

enum err_code
screens_run(struct app *app, struct err *err)
{
	(void)app;
	return err_set(err, ERR_DENIED, "no screens");
}
