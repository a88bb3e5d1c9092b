# Rules for those who change the sources.

# The lists that are made from the sources, and then the catalogue itself.
update-potfiles:
	$(SHELL) $(srcdir)/build-aux/potfiles.sh $(srcdir) >list-t
	cmp -s list-t $(srcdir)/po/POTFILES.in || \
		cp list-t $(srcdir)/po/POTFILES.in
	rm -f list-t

update-hacking:
	{ sed '/^## The tree of src$$/q' $(srcdir)/HACKING && echo && \
		$(SHELL) $(srcdir)/build-aux/tree.sh $(srcdir); } >list-t
	cmp -s list-t $(srcdir)/HACKING || cp list-t $(srcdir)/HACKING
	rm -f list-t

update-lists: update-potfiles
	$(MAKE) $(AM_MAKEFLAGS) update-hacking

update-po: update-potfiles
	cd po && $(MAKE) $(AM_MAKEFLAGS) update-po

.PHONY: update-potfiles update-hacking update-lists update-po
