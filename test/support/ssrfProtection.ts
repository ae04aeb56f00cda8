/** Imported before n8n-core: switches n8n's protection of private addresses on for this file. */
process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
