# Databases of earlier versions, as SQL text.  make keep-database writes that of
# this version; HACKING says when.

EXTRA_DIST += %D%/make.sh %D%/upgrade.sh \
	%D%/ronghe-0.1.0.sql
TESTS += %D%/upgrade.sh

keep-database: ronghe-test
	$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/%D%/make.sh \
		$(srcdir)/%D%/ronghe-$(PACKAGE_VERSION).sql
.PHONY: keep-database
