"""Every connection that the hook opens to others: to listed hosts alone, at addresses that were looked up once and checked."""
