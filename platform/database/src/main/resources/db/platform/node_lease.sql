-- Who may make ids with a node number, until when (database time).
CREATE TABLE node_lease (
    node SMALLINT NOT NULL,
    owner CHAR(36) NOT NULL,
    lease_until DATETIME(6) NOT NULL,
    PRIMARY KEY (node)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
