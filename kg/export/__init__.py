"""The graph for other tools: network files, and tables for spreadsheets and data frames.

RDF needs nothing of this: see :meth:`kg.store.Store.dump`.
"""
